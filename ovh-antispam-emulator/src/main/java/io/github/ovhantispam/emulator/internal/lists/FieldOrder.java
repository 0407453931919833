package io.github.ovhantispam.emulator.internal.lists;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The order of the values of a field, given as text: numbers by their value, and before every other text. */
final class FieldOrder implements Comparator<String> {

    static final FieldOrder INSTANCE = new FieldOrder();

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,100}");

    private FieldOrder() {}

    @Override
    public int compare(String left, String right) {
        boolean leftIsNumber = WHOLE_NUMBER.matcher(left).matches();
        boolean rightIsNumber = WHOLE_NUMBER.matcher(right).matches();
        if (leftIsNumber != rightIsNumber) {
            return leftIsNumber ? -1 : 1;
        }
        return leftIsNumber ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }
}
