//! Numbered pieces of any length to measure with.

use std::fmt::Write;

/// Sentences with what the markup of a published piece is made of.
const SENTENCES: &[&str] = &[
    "The harbour board counts its berths twice a year, and has never counted the same number.",
    "What the [printed timetable](https://ferry.example/table) calls a pause is, in the wheelhouse, **a queue**.",
    "Nobody who was asked could say *when* the rule was made, only that it had been obeyed since.",
    "Of nine crews, four sail short-handed; the other five sail late, which costs more and shows less.",
    "The tariff knows `zone 3` and `zone 4`, but the pier between them belongs to neither.",
    "A season that begins in fog is a season that begins with overtime.",
];

const LIST: &str = "- the morning boat, full since May\n- the noon boat, which waits for it\n\
                    - the evening boat, whose lights are [on order](<https://ferry.example/lights>)\n";

/// Words alone, since keys are typed into its first lines: in a link, they would not be in the preview.
const LEDE: &str = "The harbour board counts its berths twice a year, and has never counted the same \
    number. Its clerks are careful people with good eyes and a warm room above the fish market. What \
    changes between one count and the next is what they are asked to call a berth, and by whom, and \
    how long before the vote on the harbour dues the question happens to come.";

/// The keys that lead from anywhere into the first lines of the lede, whether the editor shows the
/// blank lines above it or not.
pub(crate) const INTO_THE_LEDE: [&str; 7] =
    ["ctrl+Home", "Down", "Down", "Down", "Down", "Right", "Right"];

/// A piece of about `size` bytes: title, dek, lede, numbered points, conclusion.
pub(crate) fn of_size(size: usize) -> String {
    let mut text = String::from("# Signals From The Quay\n\n");
    let _ = write!(text, "*What the quay knows and the timetable does not.*\n\n{LEDE}\n\n");
    for number in 1.. {
        if text.len() + 1000 > size {
            break;
        }
        let _ = write!(text, "## {number}. The Boat At Berth {number} Leaves Early\n\n");
        let _ = write!(text, "{}\n\n{}\n\n", paragraph(number), paragraph(number + 3));
        let _ = match number % 3 {
            0 => writeln!(text, "{LIST}"),
            1 => writeln!(text, "> {}\n", sentence(number)),
            _ => writeln!(text, "{}\n", paragraph(number + 1)),
        };
    }
    let _ = write!(text, "---\n\n{}\n", paragraph(1));
    text
}

fn paragraph(place: usize) -> String {
    (place..place + 4).map(sentence).collect::<Vec<_>>().join(" ")
}

fn sentence(place: usize) -> &'static str {
    SENTENCES[place % SENTENCES.len()]
}
