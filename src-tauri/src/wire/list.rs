//! The list of drafts by a few letters, as it crosses between window and backend.

use serde::Serialize;
use specta::Type;

/// A draft that has the letters typed, the best first.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Ranked {
    /// The draft's id.
    pub draft: String,
    /// Its title, in pieces.
    pub title: Vec<Letters>,
    /// Its name with its folder, in pieces.
    pub name: Vec<Letters>,
}

/// A piece of a title or a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Letters {
    /// The letters.
    pub text: String,
    /// Whether they are those that were typed.
    pub typed: bool,
}

impl Letters {
    /// A text in pieces; `typed` are the bytes of what was typed.
    pub fn of(text: &str, typed: &[std::ops::Range<usize>]) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut push = |text: &str, typed| {
            if !text.is_empty() {
                pieces.push(Self { text: text.to_owned(), typed });
            }
        };
        let mut behind = 0;
        for mark in typed {
            push(&text[behind..mark.start], false);
            push(&text[mark.clone()], true);
            behind = mark.end;
        }
        push(&text[behind..], false);
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    /// The pieces, those that were typed in brackets.
    fn pieces(text: &str, typed: &[std::ops::Range<usize>]) -> String {
        let pieces = Letters::of(text, typed).into_iter();
        pieces.map(|it| if it.typed { format!("[{}]", it.text) } else { it.text }).collect()
    }

    #[test]
    fn a_title_comes_in_pieces_and_nothing_of_it_is_lost() {
        assert_eq!(pieces("Été ferry", &[0..5, 6..8]), "[Été] [fe]rry");
        assert_eq!(pieces("Ferry", &[1..2, 4..5]), "F[e]rr[y]");
        assert_eq!(pieces("Ferry", &[]), "Ferry");
        assert!(Letters::of("", &[]).is_empty());
    }
}
