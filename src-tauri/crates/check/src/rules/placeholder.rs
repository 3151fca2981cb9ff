//! **Nothing is left that was to be filled in.**
//!
//! Editors write TK where a fact is still to come, because no English word has these letters; others write
//! TODO, XXX or FIXME, or `[link]` where an address belongs. All of them have been printed. What speaks
//! about such a mark (in quotation marks, in code, a TODO list) is none, and neither is a name (TK Maxx,
//! Psalm XXX).
//!
//! ```fires
//! The crane cost «TK» crowns, and «TODO» more next year [according to the board]«[link]».
//!
//! The table is «[here]()».
//! ```
//!
//! ```silent
//! Write `TODO` or “TK” in the place of a figure. He bought it at TK Maxx and read Psalm XXX in the
//! [source][s].
//!
//! [s]: https://harbour.example
//! ```

use crate::prose::{Paragraph, Sentence};
use crate::reading::Reading;
use crate::words::english;
use crate::{Finding, Rule, Severity};

pub(crate) const RULE: Rule = Rule {
    name: "placeholder",
    severity: Severity::Error,
    reason: "Nothing is published that was still to come.",
    is_english: false,
    source: include_str!("placeholder.rs"),
    look,
};

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for paragraph in &reading.prose.paragraphs {
        for sentence in paragraph.sentences() {
            let words = (0..sentence.len()).filter(|&at| is_placeholder(reading, &sentence, at));
            findings.extend(words.map(|at| {
                let message = format!("“{}” is still to be filled in.", sentence.written(at));
                RULE.finding(sentence.span(at, at), message)
            }));
            findings.extend(filler(&sentence));
        }
        findings.extend(labels(paragraph));
    }
    let links = reading.prose.links.iter().filter(|link| link.destination.trim().is_empty());
    let nowhere = |it: &crate::prose::Link| RULE.finding(it.span, "This link leads nowhere yet.");
    findings.extend(links.map(nowhere));
    findings
}

/// Whether the word at a place is a mark of something to come.
fn is_placeholder(reading: &Reading<'_>, sentence: &Sentence<'_>, at: usize) -> bool {
    let written = sentence.written(at);
    let is_mark = match written {
        "TK" => reading.is_english,
        // In capitals this is "all" in Spanish; what is to be done has a colon or a bracket there.
        "TODO" => reading.is_english || sentence.gap(at + 1).starts_with([':', ')', ']']),
        "XXX" | "FIXME" => true,
        _ => written.starts_with("TKTK") && written.replace("TK", "").is_empty(),
    };
    is_mark && !is_name(sentence, at) && !is_mentioned(sentence, at)
}

/// Whether a mark is part of a name or of a compound.
fn is_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let joins = |at: usize| sentence.gap(at) == "-" && at > 0 && at < sentence.len();
    // "The TK-year-old" is to be filled in; "an XXX-rated film" and "TK-421" are not.
    let is_compound = (joins(at) || joins(at + 1)) && sentence.word(at + 2) != "old";
    let brands = english("brands").has(sentence.word(at + 1)) && sentence.is_capital(at + 1);
    let is_tk = sentence.written(at) == "TK";
    let is_roman = sentence.written(at) == "XXX" && at > 0 && sentence.is_capital(at - 1);
    let is_counted = sentence.written(at) == "XXX"
        && sentence.word_before(at, 1) == "the"
        && sentence.is_capital(at + 1);
    let is_rate =
        sentence.written(at) == "XXX" && english("rates").has(sentence.word_before(at, 1));
    is_compound
        || is_counted
        || is_rate
        || (is_tk && brands && sentence.gap(at + 1) == " ")
        || (is_roman && sentence.gap(at) == " " && !english("titles").has(sentence.word(at - 1)))
}

/// Whether a mark is spoken about: it stands alone between quotation marks, or is a kind of list.
fn is_mentioned(sentence: &Sentence<'_>, at: usize) -> bool {
    let opens = sentence.gap(at).ends_with(['"', '“', '‘', '\'', '„', '«']);
    let closes = sentence.gap(at + 1).starts_with(['"', '”', '’', '\'', '“', '»']);
    let things = english("mark-things").has(sentence.word(at + 1)) && sentence.gap(at + 1) == " ";
    (opens && closes) || (things && sentence.written(at) != "TK")
}

/// The beginning of the printer's Latin.
fn filler(sentence: &Sentence<'_>) -> Option<Finding> {
    let mut places = 0..sentence.len();
    let at = places.find(|&at| sentence.word(at) == "lorem" && sentence.word(at + 1) == "ipsum")?;
    let goes_on = sentence.word(at + 2) == "dolor" || (at == 0 && sentence.len() == 2);
    goes_on
        .then(|| RULE.finding(sentence.span(at, at + 1), "This is filler where a text is to come."))
}

/// `[link]` and `[source]`, which lead nowhere or they would not be seen.
fn labels(paragraph: &Paragraph) -> Vec<Finding> {
    let labels = ["[link]", "[source]"].into_iter().flat_map(|label| {
        paragraph.lower.match_indices(label).map(|(at, label)| at..at + label.len())
    });
    let message = "Here an address is still to come.";
    labels.map(|range| RULE.finding(paragraph.span(range), message)).collect()
}
