//! The rules of harper that are never asked.

/// Whatever their kind: they contradict Lede's own rules, or they are a house's taste.
pub(crate) const QUIET: &[&str] = &[
    // The editor's spelling, and Lede's own rules: long sentences, hedges, headings, marks.
    "SpellCheck",
    "LongSentences",
    "Hedging",
    "UseTitleCase",
    "SentenceCapitalization",
    "QuoteSpacing",
    "WrongApostrophe",
    // A quotation of several paragraphs closes its marks in the last of them.
    "UnclosedQuotes",
    // How a house writes numbers, dates and money.
    "SpelledNumbers",
    "NumericRangeEnDash",
    "CurrencyPlacement",
    // How a house sets its type.
    "Dashes",
    "EllipsisLength",
    "UseEllipsisCharacter",
    "NoFrenchSpaces",
    "Spaces",
    "OxfordComma",
    "NoOxfordComma",
    // It compares the words of a whole text, and is shown a paragraph.
    "OrthographicConsistency",
    // What may be said at all.
    "AvoidCurses",
    "BlacklistWhitelist",
    "UpdatePlaceNames",
    // What is still to be done is a rule of Lede's own.
    "ToDoHyphen",
    // Units and short words are for the writer to choose.
    "ExpandMemoryShorthands",
    "ExpandTimeShorthands",
    "ExpandPeople",
    // They guess at what is a noun and what a verb, and were seen to guess wrong in good prose.
    "CompoundNouns",
    "DiscourseMarkers",
    "InflectedVerbAfterTo",
    "MassNouns",
    "MergeWords",
    "OneOfTheSingular",
    "PhrasalVerbAsCompoundNoun",
    "SingleBe",
    "SplitWords",
    "TheLastDays",
    "TheProperNounPossessive",
    "WrongNegative",
];
