//! Texts made of what is hard, and what two sides make of them.

use proptest::prelude::*;

/// Pieces of text that are hard: every line end, numbers that open lines, astral characters,
/// combining marks, a Thai vowel sign, flags, blanks of other kinds.
const HARD: [&str; 24] = [
    "ferry",
    "strike ",
    "a ",
    "a",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "## 3. ",
    "12) ",
    ", ",
    ". ",
    "(",
    "é",
    "e\u{301}",
    "\u{301}",
    "🚢",
    "🇩🇪",
    "中",
    "\u{e01}\u{e33}",
    "\u{2028}",
    "\t",
    "\0",
];

fn hard_piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(HARD.to_vec())
}

pub(super) fn any_source() -> impl Strategy<Value = String> {
    (any::<bool>(), prop::collection::vec(hard_piece(), 0..24)).prop_map(|(marked, pieces)| {
        format!("{}{}", if marked { "\u{feff}" } else { "" }, pieces.concat())
    })
}

/// What a side does to one piece of the base: most it leaves alone.
#[derive(Clone, Debug)]
enum Deed {
    Leave,
    Drop,
    Replace(&'static str),
    Append(&'static str),
}

fn any_deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        8 => Just(Deed::Leave),
        1 => Just(Deed::Drop),
        1 => hard_piece().prop_map(Deed::Replace),
        1 => hard_piece().prop_map(Deed::Append),
    ];
    prop::collection::vec(deed, 24)
}

fn done(pieces: &[&str], deeds: &[Deed]) -> String {
    let piece = |(piece, deed): (&&str, &Deed)| match deed {
        Deed::Leave => (*piece).to_owned(),
        Deed::Drop => String::new(),
        Deed::Replace(other) => (*other).to_owned(),
        Deed::Append(other) => format!("{piece}{other}"),
    };
    pieces.iter().zip(deeds).map(piece).collect()
}

/// A base and what two sides made of it.
pub(super) fn any_sides() -> impl Strategy<Value = [String; 3]> {
    (prop::collection::vec(hard_piece(), 0..24), any_deeds(), any_deeds()).prop_map(
        |(pieces, mine, theirs)| [pieces.concat(), done(&pieces, &mine), done(&pieces, &theirs)],
    )
}
