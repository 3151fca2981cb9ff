//! **Quotation marks and apostrophes are either all straight or all curly.**
//!
//! A mixture shows which paragraphs were pasted. The more frequent kind is taken for the one that is
//! meant, and of two that are even the one that comes first. Not asked are code, marks behind a digit (`6'2"`) and
//! escaped ones. The finding lies on each mark of the other kind; a curly mark can always be made
//! straight, a straight one curly where the text is English and its side is plain.
//!
//! ```fires
//! “Rain,” said the farmer, and it’s true that he wasn«'»t asked.
//! ```
//!
//! ```silent
//! "Rain," said the farmer, a man of 6'2", and it's true that he wasn't asked about `“`.
//! ```

use crate::prose::Paragraph;
use crate::reading::Reading;
use crate::{Finding, Fix, Rule, Severity};
use text::{Edit, Span};

pub(crate) const RULE: Rule = Rule {
    name: "quote-style",
    severity: Severity::Warning,
    reason: "Quotation marks and apostrophes are of one kind throughout.",
    is_english: false,
    source: include_str!("quote_style.rs"),
    look,
};

/// A quotation mark or an apostrophe.
struct Mark<'p> {
    paragraph: &'p Paragraph,
    at: usize,
    mark: char,
    is_curly: bool,
}

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let marks: Vec<Mark<'_>> = reading
        .prose
        .paragraphs
        .iter()
        .flat_map(|paragraph| marks(paragraph, reading.source))
        .collect();
    let curly = marks.iter().filter(|mark| mark.is_curly).count();
    let straight = marks.len() - curly;
    if curly == 0 || straight == 0 {
        return Vec::new();
    }
    let is_first_curly = marks.first().is_some_and(|mark| mark.is_curly);
    let to_curly = curly > straight || (curly == straight && is_first_curly);
    let odd = marks.iter().filter(|mark| mark.is_curly != to_curly);
    odd.map(|mark| finding(reading, mark, to_curly)).collect()
}

fn marks<'p>(paragraph: &'p Paragraph, source: &str) -> Vec<Mark<'p>> {
    let found = paragraph.text.match_indices(['"', '\'', '“', '”', '‘', '’', '„', '‚']);
    let marks = found.filter_map(|(at, text)| {
        let mark = text.chars().next()?;
        let is_curly = !mark.is_ascii();
        let is_measure =
            !is_curly && paragraph.text[..at].ends_with(|it: char| it.is_ascii_digit());
        let is_plain = paragraph.is_written(at..at + mark.len_utf8(), source);
        (is_plain && !is_measure).then_some(Mark { paragraph, at, mark, is_curly })
    });
    marks.collect()
}

fn finding(reading: &Reading<'_>, mark: &Mark<'_>, to_curly: bool) -> Finding {
    let span = mark.paragraph.span(mark.at..mark.at + mark.mark.len_utf8());
    let (is, are) = if to_curly { ("straight", "curly") } else { ("curly", "straight") };
    let message = format!("This mark is {is}, but most in the text are {are}.");
    let other = match to_curly {
        true => curly(mark).filter(|_| reading.is_english),
        false => Some(straight(mark.mark)),
    };
    let fix = |other: char| fix(span, other, are);
    RULE.finding(span, message).with(other.map(fix))
}

fn fix(span: Span, other: char, kind: &str) -> Fix {
    Fix::one(format!("Make it {kind}"), Edit::replace(span, other), true)
}

fn straight(mark: char) -> char {
    if matches!(mark, '‘' | '’' | '‚') { '\'' } else { '"' }
}

/// The curly mark in the place of a straight one; nothing where its side is not plain.
fn curly(mark: &Mark<'_>) -> Option<char> {
    let text = &mark.paragraph.text;
    let before = text[..mark.at].chars().next_back();
    let behind = text[mark.at + mark.mark.len_utf8()..].chars().next();
    let is_apart =
        |it: Option<char>| it.is_none_or(|it| it.is_whitespace() || "([{—–".contains(it));
    let is_end =
        |it: Option<char>| it.is_none_or(|it| it.is_whitespace() || ".,;:!?)]}—–”’".contains(it));
    match (mark.mark, is_apart(before), is_end(behind)) {
        ('"', true, false) => Some('“'),
        ('"', false, true) => Some('”'),
        // At the beginning of a word it may open a quotation or stand for a letter: 'tis.
        ('\'', false, true) => Some('’'),
        ('\'', false, false) if behind.is_some_and(char::is_alphabetic) => {
            before.filter(|it| it.is_alphabetic()).map(|_| '’')
        }
        _ => None,
    }
}
