//! The labelled sentences of `sentences/`: each in a piece of its own, and what a rule finds in it.

use crate::marked::{check_by, unmarked};
use std::fmt::Write;
use std::ops::Range;

/// What stands between parts of a line.
const BETWEEN: &str = " | ";

/// A sentence with its labels.
pub(crate) struct Labelled {
    /// The rule that is asked.
    pub(crate) rule: &'static str,
    /// As it is written, without the marks.
    pub(crate) sentence: String,
    /// What should be found, in bytes of the sentence.
    pub(crate) expected: Vec<Range<usize>>,
    /// The title and headings of its piece.
    headings: &'static str,
}

/// The sentences of a file.
pub(crate) fn read(file: &'static str) -> Vec<Labelled> {
    let (mut rule, mut headings) = ("", "");
    let mut all = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with(';') && !line.is_empty()) {
        if let Some(name) = line.strip_prefix("# ") {
            rule = name;
        } else if let Some(others) = line.strip_prefix("= ") {
            headings = others;
        } else {
            let (sentence, expected) = (unmarked(line), ranges(line));
            all.push(Labelled { rule, sentence, expected, headings });
        }
    }
    all
}

/// Where the marks of a line stand in it once they are taken away.
fn ranges(line: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut at = 0;
    for part in line.split('«').enumerate() {
        match part {
            (0, text) => at += text.len(),
            (_, text) => {
                let (inside, behind) = text.split_once('»').unwrap();
                ranges.push(at..at + inside.len());
                at += inside.len() + behind.len();
            }
        }
    }
    ranges
}

impl Labelled {
    /// A whole piece in which the sentence stands: in the body of a point, among headings as one, or as
    /// a dek with the conclusion behind it.
    fn piece(&self) -> String {
        match self.rule {
            "heading-case" => self.among_headings(),
            "dek-echo" => {
                let (dek, conclusion) = self.sentence.split_once(BETWEEN).unwrap();
                format!("# Signs\n\n{dek}\n\n## 1. Heading\n\nSo.\n\n---\n\n{conclusion}\n")
            }
            _ => format!(
                "# Signs\n\n## 1. Heading\n\n{}\n\n[s]: https://s.example\n\n[^1]: A note.\n",
                self.sentence
            ),
        }
    }

    fn among_headings(&self) -> String {
        let mut headings = self.headings.split(BETWEEN);
        let mut piece = format!("# {}\n\n", headings.next().unwrap());
        for (at, heading) in headings.chain([&*self.sentence]).enumerate() {
            let _ = write!(piece, "## {}. {heading}\n\nSo it is.\n\n", at + 1);
        }
        piece
    }

    /// What is found in the sentence.
    pub(crate) fn found(&self) -> Vec<Range<usize>> {
        let piece = self.piece();
        // Of a dek and its conclusion, what is found lies in the dek.
        let start = piece.rfind(self.sentence.split(BETWEEN).next().unwrap()).unwrap();
        let spans = check_by(self.rule, &piece).into_iter().map(|finding| finding.span);
        let inside =
            spans.filter(|span| (start..start + self.sentence.len()).contains(&span.start.0));
        inside.map(|span| span.start.0 - start..span.end.0 - start).collect()
    }
}
