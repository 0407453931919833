package io.github.ovhantispam.emulator.internal.auth;

/**
 * What a consumer key may call.
 *
 * @param method the verb
 * @param path the path below the API's base, exact, or with {@code *} for any text
 */
public record AccessRule(String method, String path) {

    boolean covers(String calledMethod, String calledPath) {
        return method.equals(calledMethod) && matches(path, calledPath);
    }

    /**
     * Without recursion on the text, so that a pattern of many stars costs no more than their number times the path.
     */
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
