//! The list of drafts, arranged and by a few letters, as it crosses between window and backend.

use serde::{Deserialize, Serialize};
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

/// How the list of drafts is arranged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Arrangement {
    /// What comes first.
    pub order: Order,
    /// Only drafts in this state, if one was chosen.
    pub state: Option<State>,
    /// Only drafts with this tag, if one was chosen.
    pub tag: Option<String>,
    /// The folders whose drafts are not seen, as paths in the library.
    pub folded: Vec<String>,
}

/// What comes first in the list of drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Order {
    /// What was written last.
    Newest,
    /// The title that stands first in the alphabet.
    Title,
    /// The one with the most points.
    Points,
    /// The one with the most words.
    Words,
}

/// How far a piece has come, by its front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// Not published yet.
    Draft,
    /// Published.
    Published,
}

impl From<store::Arrangement> for Arrangement {
    fn from(kept: store::Arrangement) -> Self {
        let order = match kept.order {
            store::Order::Newest => Order::Newest,
            store::Order::Title => Order::Title,
            store::Order::Points => Order::Points,
            store::Order::Words => Order::Words,
        };
        let state = kept.state.map(|state| match state {
            store::State::Draft => State::Draft,
            store::State::Published => State::Published,
        });
        Self { order, state, tag: kept.tag, folded: kept.folded }
    }
}

impl From<Arrangement> for store::Arrangement {
    fn from(chosen: Arrangement) -> Self {
        let order = match chosen.order {
            Order::Newest => store::Order::Newest,
            Order::Title => store::Order::Title,
            Order::Points => store::Order::Points,
            Order::Words => store::Order::Words,
        };
        let state = chosen.state.map(|state| match state {
            State::Draft => store::State::Draft,
            State::Published => store::State::Published,
        });
        Self { order, state, tag: chosen.tag, folded: chosen.folded }
    }
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
    use super::{Arrangement, Letters};

    #[test]
    fn an_arrangement_goes_out_and_comes_back() {
        for order in
            [store::Order::Newest, store::Order::Title, store::Order::Points, store::Order::Words]
        {
            let kept = store::Arrangement {
                order,
                state: Some(store::State::Published),
                tag: Some("ferry".into()),
                folded: vec!["2025".into()],
            };
            assert_eq!(store::Arrangement::from(Arrangement::from(kept.clone())), kept);
        }
    }

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
