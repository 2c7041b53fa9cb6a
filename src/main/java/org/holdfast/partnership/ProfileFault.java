package org.holdfast.partnership;

/**
 * One thing wrong in a profile file, told so that whoever wrote the file can mend it.
 *
 * @param file name of the file
 * @param line counted from 1
 * @param message what is wrong and what is allowed
 */
public record ProfileFault(String file, int line, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
