//! **One hedge a clause.**
//!
//! "It may rain" is a forecast; "it might possibly rain" is a forecast that looks for the door. Found are
//! two hedges or more in one clause. A clause ends at a comma, a dash, and at most conjunctions; "may or
//! may not", the month of May and the might of a navy hedge nothing. The finding lies on the hedges and
//! what stands between them.
//!
//! ```fires
//! It «might possibly» rain, and the swallows «seem perhaps» to know.
//! ```
//!
//! ```silent
//! It may rain, or perhaps it will snow. In May it might do both.
//! ```

use crate::prose::Sentence;
use crate::reading::Reading;
use crate::words::english;
use crate::{Finding, Rule, Severity};

pub(crate) const RULE: Rule = Rule {
    name: "hedge-stack",
    severity: Severity::Info,
    reason: "A clause that is hedged twice says nothing twice.",
    is_english: true,
    source: include_str!("hedge_stack.rs"),
    look,
};

/// So many words may stand between two hedges of a stack.
const BETWEEN: usize = 4;

/// So far before "possibly" it may be denied: "nobody here could possibly".
const DENIED: usize = 4;

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    reading.prose.own_sentences().flat_map(|sentence| stacks(&sentence)).collect()
}

/// A hedge: its place, and how many words it has.
type Hedge = (usize, usize);

fn stacks(sentence: &Sentence<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut open: Vec<Hedge> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        if breaks(sentence, at, &open) {
            findings.extend(stack(sentence, &open));
            open.clear();
        }
        match hedge(sentence, at) {
            Some(words) => {
                open.push((at, words));
                at += words;
            }
            None => at += 1,
        }
    }
    findings.extend(stack(sentence, &open));
    findings
}

/// Whether the clause of the open hedges has ended before the word at a place.
fn breaks(sentence: &Sentence<'_>, at: usize, open: &[Hedge]) -> bool {
    let Some(&(last, words)) = open.last() else { return false };
    let is_far = at > last + words + BETWEEN;
    let is_apart = !matches!(sentence.gap(at), " " | "-");
    // "It seems that it might": the clause that a hedge rules still hedges with it.
    let is_ruled = sentence.word(at) == "that"
        && at == last + words
        && english("ruling-hedges").has(sentence.word(at - 1));
    let ends = english("clause-ends").has(sentence.word(at)) && !is_ruled;
    // A verb that is hedged already is over at the next one: "what seems cheap may be dear".
    let is_verb = english("hedging-verbs").has(sentence.word(last));
    let is_ruling = (last..at).any(|between| sentence.word(between) == "that");
    let is_next = english("finite-verbs").has(sentence.word(at)) && is_verb && !is_ruling;
    is_far || is_apart || ends || is_next
}

/// How many words the hedge at a place has.
fn hedge(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let words = sentence.phrase(english("hedges"), at)?;
    let before = sentence.word_before(at, 1);
    let is_modal = english("modals").has(sentence.word(at));
    let is_month = sentence.word(at) == "may"
        && sentence.is_capital(at)
        && (at > 0 || english("of").has(sentence.word(1)));
    let is_noun = is_modal && sentence.word(at) != "could" && english("before-nouns").has(before);
    let is_verb_near = english("modals").has(sentence.word(at + 1));
    let is_adjective =
        sentence.word(at) == "likely" && !is_verb_near && !english("before-likely").has(before);
    let is_hedge = !is_month && !is_noun && !is_adjective && !is_denied(sentence, at);
    is_hedge.then_some(words)
}

/// Whether "possibly" at a place ends a denial: "nobody could possibly", "you can't possibly".
fn is_denied(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = at.saturating_sub(DENIED)..at;
    sentence.word(at) == "possibly"
        && english("can").has(sentence.word_before(at, 1))
        && before.into_iter().any(|it| english("denials").has(sentence.word(it)))
}

/// The finding for hedges of one clause, if there are two; two modals alone belong to two verbs.
fn stack(sentence: &Sentence<'_>, hedges: &[Hedge]) -> Option<Finding> {
    let (first, last) = (hedges.first()?, hedges.last()?);
    let is_modal = |hedge: &Hedge| english("modals").has(sentence.word(hedge.0));
    if hedges.len() < 2 || hedges.iter().all(is_modal) {
        return None;
    }
    let count = hedges.len();
    let message = format!(
        "This clause is hedged {}.",
        if count == 2 { "twice".into() } else { format!("{count} times") }
    );
    Some(RULE.finding(sentence.span(first.0, last.0 + last.1 - 1), message))
}
