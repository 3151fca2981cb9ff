//! **Who is said to have said something can be looked up.**
//!
//! "According to the Courier" lends a claim somebody else's weight, and a reader who wants to see for
//! himself needs a link or a footnote: in the sentence, or right behind its full stop. Asked are sentences that lay
//! a claim on a source with a name or a description. In doubt ("claimed eleven lives", "according to
//! plan") there is none. The finding lies on the words that lay the claim.
//!
//! ```fires
//! Rain is coming, «according to» the Courier. The harbour board «reported» on Monday that it is not.
//! ```
//!
//! ```silent
//! Rain is coming, according to [the Courier](https://courier.example). The board reported that it is
//! not.[^1] The storm claimed a life, and the boat was late according to custom.
//!
//! [^1]: Minutes of the board, page 3.
//! ```

use crate::prose::Sentence;
use crate::reading::Reading;
use crate::words::english;
use crate::{Finding, Rule, Severity};
use text::Span;

pub(crate) const RULE: Rule = Rule {
    name: "unsourced-attribution",
    severity: Severity::Warning,
    reason: "A claim that is laid on a source leads to it.",
    is_english: true,
    source: include_str!("unsourced_attribution.rs"),
    look,
};

/// So far before its verb the head of a subject may stand, and so far behind "the" a source.
const NEAR: usize = 4;

/// So many words may stand between a subject and its verb: "has already", "had, too,".
const BETWEEN: usize = 3;

/// So many words beside those of a claim are told with it, so that the source is among them.
const TOLD: usize = 7;

/// So near behind "claimed" the verb of what is claimed stands.
const CLAUSE: usize = 7;

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let unsourced = reading.prose.own_sentences().filter(|sentence| !sentence.is_sourced());
    unsourced
        .filter_map(|sentence| claims(&sentence).next().map(|it| it.finding(&sentence)))
        .collect()
}

/// Words by which a sentence lays a claim on a source, by their places in it.
pub(crate) struct Claim {
    first: usize,
    last: usize,
    /// Whether the source stands before them, as before "reported".
    is_said: bool,
}

impl Claim {
    fn finding(&self, sentence: &Sentence<'_>) -> Finding {
        let message = "This claim is laid on a source that a reader cannot follow.";
        RULE.finding(self.span(sentence), message)
    }

    /// Where its words lie.
    pub(crate) fn span(&self, sentence: &Sentence<'_>) -> Span {
        sentence.span(self.first, self.last)
    }

    /// Its words and those that name the source, as they are seen; with an ellipsis where the source may
    /// have more of a name.
    pub(crate) fn seen(&self, sentence: &Sentence<'_>) -> String {
        let joined = |at: &usize| matches!(sentence.gap(*at), " " | "-");
        if self.is_said {
            let before = (1..=self.first).rev().take(TOLD).take_while(joined).count();
            return sentence.seen(self.first - before, self.last).to_owned();
        }
        let behind = (self.last + 1..sentence.len()).take_while(joined).count();
        let seen = sentence.seen(self.first, self.last + behind.min(TOLD));
        if behind > TOLD { format!("{seen}…") } else { seen.to_owned() }
    }
}

/// The claims of a sentence that are laid on a source.
pub(crate) fn claims(sentence: &Sentence<'_>) -> impl Iterator<Item = Claim> {
    let claim = move |at: usize| {
        let named = according(sentence, at).or_else(|| here(sentence, at));
        let said = || said(sentence, at).filter(|_| !sentence.is_quoted(at));
        let (words, is_said) = match named {
            Some(words) => (words, false),
            None => (said()?, true),
        };
        Some(Claim { first: at, last: at + words - 1, is_said })
    };
    (0..sentence.len()).filter_map(claim)
}

/// "According to" or "per" a source: how many words this is.
fn according(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let words = sentence.phrase(english("according"), at)?;
    let from = at + words;
    let is_per = words == 1;
    let article = usize::from(english("articles").has(sentence.word(from)));
    let head = from + article;
    let is_measure = english("measures").has(sentence.word(head));
    let named = sentence.is_capital(head) && sentence.word(head) != "i";
    let near = (from..from + NEAR).take_while(|&it| it == from || sentence.gap(it) == " ");
    let mut near = near.clone().filter(|&it| english("sources").has(bare(sentence.word(it))));
    let is_source = match is_per {
        true => !is_measure && (named || near.next().is_some()),
        false => !is_measure && (named || near.next().is_some() || article > 0),
    };
    is_source.then_some(words)
}

/// "As explained here": how many words this is.
fn here(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let is_here =
        english("here").has(sentence.word(at + 2)) && english("shown").has(sentence.word(at + 1));
    (sentence.word(at) == "as" && is_here).then_some(3)
}

/// A source that claimed, reported or revealed something: how many words the verb is.
fn said(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let words = sentence.phrase(english("said"), at)?;
    let behind = at + words;
    let is_toll =
        sentence.word(at) == "claimed" && english("claimed-so-many").has(sentence.word(behind));
    let takes_other =
        words == 1 && (is_toll || sentence.phrase(english("other-objects"), behind).is_some());
    let goes_on = matches!(sentence.gap(behind), " " | ", ") && !sentence.word(behind).is_empty();
    (goes_on && !takes_other && is_source(sentence, at) && is_said(sentence, at, behind))
        .then_some(words)
}

/// Whether something is said with this verb: what is claimed without a "that" or a day may be a hill, and
/// only a verb behind it makes it a sentence.
fn is_said(sentence: &Sentence<'_>, at: usize, behind: usize) -> bool {
    let says = sentence.word(behind) == "that" || english("said-when").has(sentence.word(behind));
    let mut reach = behind..behind + CLAUSE;
    match sentence.word(at) {
        "claimed" => says || reach.any(|at| english("finite-verbs").has(sentence.word(at))),
        _ => sentence.word(behind) != "vain",
    }
}

/// The place behind the subject of a verb: before "has", "had already" and the like.
fn subject(sentence: &Sentence<'_>, at: usize) -> usize {
    let is_between = |at: &usize| english("has").has(sentence.word(*at));
    at - (0..at).rev().take(BETWEEN).take_while(is_between).count()
}

/// Whether the subject of the verb at a place has a name or is a kind of source.
fn is_source(sentence: &Sentence<'_>, at: usize) -> bool {
    let behind = subject(sentence, at);
    let Some(last) = behind.checked_sub(1).filter(|_| sentence.gap(behind) == " ") else {
        return false;
    };
    if english("sources").has(bare(sentence.word(last))) {
        return true;
    }
    let is_name = sentence.is_capital(last) && !english("no-names").has(sentence.word(last));
    is_name || is_described(sentence, last)
}

/// Whether the word at a place ends a description of a source: "a spokesman for the company".
fn is_described(sentence: &Sentence<'_>, last: usize) -> bool {
    let from = last.saturating_sub(NEAR);
    let mut heads = (from..last).filter(|&at| english("sources").has(bare(sentence.word(at))));
    heads.any(|at| {
        english("of-source").has(sentence.word(at + 1))
            && (at + 1..=last).all(|it| sentence.gap(it) == " ")
    })
}

/// A word without its possessive ending.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}
