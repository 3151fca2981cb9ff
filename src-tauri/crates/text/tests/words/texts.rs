//! Texts made of what is hard, and what two sides make of them.

use super::shown;
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

/// A base and what two sides made of it, at times between lines that all have.
pub(super) fn any_sides() -> impl Strategy<Value = [String; 3]> {
    let pieces = prop::collection::vec(hard_piece(), 0..24);
    (any::<bool>(), pieces, any_deeds(), any_deeds()).prop_map(|(within, pieces, mine, theirs)| {
        let sides = [pieces.concat(), done(&pieces, &mine), done(&pieces, &theirs)];
        let lines = |text| format!("The first.\n\n2. The second\n{text}\nThe last.\n\n");
        if within { sides.map(lines) } else { sides }
    })
}

/// Three texts of one line ending.
pub(super) fn even_sides() -> impl Strategy<Value = [String; 3]> {
    any_sides().prop_map(|sides| sides.map(|source| shown(&source)))
}

/// Slots of a text: a word of its own and what follows it.
fn any_slots() -> impl Strategy<Value = Vec<(String, &'static str, u8, u8)>> {
    let gap = prop::sample::select(vec![" ", " ", " ", ", ", ". ", ".\n\n", "\n", "\n\n## 3. "]);
    let slots = prop::collection::vec((gap, 0u8..6, 0u8..3), 1..30);
    slots.prop_map(|slots| {
        let name = |(at, (gap, owner, deed))| (format!("word{at}"), gap, owner, deed);
        slots.into_iter().enumerate().map(name).collect()
    })
}

const MINE: u8 = 0;
const THEIRS: u8 = 1;

/// A base and three versions of it: what mine changed, what theirs did, and both. Each slot is
/// changed by one side at most, and between two sides a slot is left alone.
pub(super) fn disjoint_sides() -> impl Strategy<Value = [String; 4]> {
    any_slots().prop_map(|slots| {
        let mut texts: [String; 4] = Default::default();
        let mut before = 9;
        for (word, gap, owner, deed) in slots {
            let owner = if before < 2 && owner != before { 9 } else { owner };
            before = owner;
            let changed = match (deed, gap) {
                (0, _) => format!("new{word}{gap}"),
                (1, " ") => String::new(),
                _ => format!("{word} more{word}{gap}"),
            };
            let own = format!("{word}{gap}");
            texts[0] += &own;
            texts[1] += if owner == MINE { &changed } else { &own };
            texts[2] += if owner == THEIRS { &changed } else { &own };
            texts[3] += if owner < 2 { &changed } else { &own };
        }
        texts
    })
}
