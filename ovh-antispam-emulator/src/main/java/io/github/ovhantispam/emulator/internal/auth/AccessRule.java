package io.github.ovhantispam.emulator.internal.auth;

import java.util.List;

/** A verb and the paths that a consumer key may call with it. */
public final class AccessRule {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

    private final String method;
    private final String path;
    private final String pattern;

    public AccessRule(String method, String path) {
        this.method = method;
        this.path = path;
        this.pattern = CallPath.pattern(path);
    }

    /** Returns true when some rules leave nothing out that the API has. */
    public static boolean coverEverything(List<AccessRule> rules) {
        return METHODS.stream()
                .allMatch(method -> rules.stream()
                        .anyMatch(rule ->
                                rule.method.equals(method) && (rule.pattern.equals("*") || rule.pattern.equals("/*"))));
    }

    /** Returns the verb. */
    public String method() {
        return method;
    }

    /** Returns the path, as it was given. */
    public String path() {
        return path;
    }

    /** Returns true for a call, named by its {@link CallPath}, that this rule allows. */
    public boolean covers(String calledMethod, String calledPath) {
        return method.equals(calledMethod) && matches(pattern, calledPath);
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
