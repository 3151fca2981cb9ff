//! Words that no dictionary need know.

/// Whether a word is one that spelling can say something about: in letters, more than one, and without a
/// capital inside, as `NATO` and `GitHub` have. A letter with a loose accent is not in the form of the
/// dictionaries.
pub(crate) fn is_ordinary(word: &str) -> bool {
    let mut inner = word.chars().skip(1);
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’') || is_mark(c);
    word.chars().nth(1).is_some()
        && word.chars().all(is_letter)
        && !inner.any(char::is_uppercase)
        && !word.chars().any(is_written_without_spaces)
}

/// Whether a letter belongs to Latin.
pub(crate) fn is_latin(letter: char) -> bool {
    let is_letter =
        matches!(letter, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    is_letter || matches!(letter, 'ﬀ'..='ﬆ')
}

/// Whether it is a vowel point of Hebrew or Arabic.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
}

/// Whether a letter is of a script that puts no spaces between words: where one of them ends is for a
/// dictionary of another kind to say.
fn is_written_without_spaces(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}')
        || letter >= '\u{20000}'
}
