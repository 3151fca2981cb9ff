//! `lede search`: words in all drafts.

use crate::arguments::{Matching, Within};
use crate::{library::library, out, refusal::Refusal};
use serde::Serialize;
use store::{Found, Hit, How, Query, Texts};

/// Prints each line that has what is looked for, behind its draft and number; a draft that has it in its
/// name only, alone.
pub(crate) fn search(
    words: &[String],
    matching: Matching,
    within: &Within,
    json: bool,
) -> Result<(), Refusal> {
    let query = query(words.join(" "), matching, How::Words);
    let found = library(within)?.find(&query, usize::MAX, &Texts::default())?;
    if json {
        return out::print(&as_json(&found));
    }
    if found.is_empty() {
        out::say("No draft has it.");
    }
    out::print(&found.iter().map(for_a_person).collect::<String>())
}

/// The words as they stand, or as an expression.
pub(crate) fn phrase(words: String, matching: Matching) -> Query {
    query(words, matching, How::Phrase)
}

fn query(words: String, matching: Matching, how: How) -> Query {
    let how = if matching.regex { How::Regex } else { how };
    Query { words, how, match_case: matching.case, whole_words: matching.whole_words }
}

fn for_a_person(found: &Found) -> String {
    let path = found.path.display();
    if found.hits.is_empty() {
        return format!("{path}\n");
    }
    // A line with several of the words is shown once.
    let mut lines: Vec<&Hit> = found.hits.iter().collect();
    lines.dedup_by_key(|hit| hit.line);
    lines.iter().map(|hit| format!("{path}:{}: {}\n", hit.line, hit.excerpt)).collect()
}

/// What was found on the wire.
#[derive(Serialize)]
struct Drafts<'a> {
    drafts: Vec<Draft<'a>>,
}

/// A draft on the wire.
#[derive(Serialize)]
struct Draft<'a> {
    file: String,
    in_name: bool,
    hits: Vec<Place<'a>>,
}

/// A place on the wire: bytes of the text, the line from 1, and where it stands in the excerpt.
#[derive(Serialize)]
struct Place<'a> {
    start: usize,
    end: usize,
    line: usize,
    excerpt: &'a str,
    mark: [usize; 2],
}

fn as_json(found: &[Found]) -> String {
    let place = |hit: &'_ Hit| [hit.mark.start, hit.mark.end];
    let drafts = found.iter().map(|found| Draft {
        file: found.path.display().to_string(),
        in_name: found.in_name,
        hits: (found.hits.iter())
            .map(|hit| Place {
                start: hit.span.start.0,
                end: hit.span.end.0,
                line: hit.line,
                excerpt: &hit.excerpt,
                mark: place(hit),
            })
            .collect(),
    });
    // Numbers and strings always have a JSON form.
    serde_json::to_string(&Drafts { drafts: drafts.collect() }).unwrap_or_default() + "\n"
}
