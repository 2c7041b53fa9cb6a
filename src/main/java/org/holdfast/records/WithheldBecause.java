package org.holdfast.records;

/** On which ground of the Data Protection Act 2018 a part is held back, or cut. */
public enum WithheldBecause {
    /** It tells of somebody else who does not agree (schedule 2, paragraph 16). */
    SOMEBODY_ELSE,
    /** It would be likely to cause serious harm to the child or to somebody else (schedule 3, paragraphs 5 and 11). */
    SERIOUS_HARM,
    /** It would hinder preventing or investigating crime (schedule 2, paragraph 2). */
    CRIME,
    /** The child told it expecting that whoever asks now is not told (schedule 3, paragraph 10). */
    CHILDS_WISH,
    /** It is about whether the child has been abused, and telling a parent would not be good for the child (schedule 3, paragraph 21). */
    ABUSE_AND_PARENT,
    /** Advice of lawyers (schedule 2, paragraph 19). */
    LEGAL_ADVICE
}
