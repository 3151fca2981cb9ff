//! Points that are held to a band.

use crate::marked::marked;
use check::{Finding, World};
use jiff::civil::{Date, date};
use piece::{Band, Goals, Unit};
use text::Text;

/// A world in which somebody has said how long points are to be.
struct Meant(Goals);

impl World for Meant {
    fn today(&self) -> Date {
        date(2026, 11, 25)
    }

    fn local_file_exists(&self, _: &str) -> Option<bool> {
        None
    }

    fn goals(&self) -> Goals {
        self.0
    }
}

const PIECE: &str = "# Three Signs Of Rain\n\n## 1. Swallows\n\nThey fly *low*.\n\n## 2. Cows\n\nThey lie down in the grass.\n\n## 3. Smoke\n";

fn found(unit: Unit, from: u32, to: u32) -> Vec<Finding> {
    let goals = Goals { unit, point: Band::new(from, to), ..Goals::default() };
    let found = check::check(&Text::new(PIECE.to_owned()), &Meant(goals));
    found.into_iter().filter(|finding| finding.rule == "point-balance").collect()
}

#[test]
fn a_point_is_counted_with_its_heading_and_an_empty_one_is_left_to_its_own_rule() {
    assert_eq!(found(Unit::Words, 4, 7), []);
    let short = found(Unit::Words, 5, 7);
    assert_eq!(marked(PIECE, &short), PIECE.replace("Swallows", "«Swallows»"));
    assert_eq!(
        short[0].message,
        "With 4 words this point is shorter than points are meant to be: 5 to 7."
    );
    let long = found(Unit::Words, 1, 6);
    assert_eq!(marked(PIECE, &long), PIECE.replace("Cows", "«Cows»"));
}

#[test]
fn a_band_may_be_in_characters() {
    assert_eq!(found(Unit::Characters, 21, 31), []);
    let said = found(Unit::Characters, 22, 40).remove(0).message;
    assert_eq!(
        said,
        "With 21 characters this point is shorter than points are meant to be: 22 to 40."
    );
}
