//! Lengths in, bands out.

#![allow(clippy::unwrap_used, reason = "a test that fails where there is nothing")]

mod laws;

use piece::{Band, Goals, OwnGoal, PartCounts, Unit};

fn band(from: u32, to: u32) -> Option<Band> {
    Band::new(from, to)
}

#[test]
fn the_band_leaves_out_a_tenth_at_either_end() {
    assert_eq!(Band::middle(1..=20), band(3, 18));
    assert_eq!(Band::middle((1..=10).rev()), band(2, 9));
    assert_eq!(Band::middle([1000, 90, 91, 92, 93, 94, 95, 96, 97, 1]), band(90, 97));
}

#[test]
fn of_fewer_than_ten_none_is_left_out() {
    assert_eq!(Band::middle([80, 120, 95]), band(80, 120));
    assert_eq!(Band::middle([80]), band(80, 80));
    assert_eq!(Band::middle([]), None);
}

#[test]
fn a_band_goes_upwards_and_has_something_in_it() {
    assert_eq!(band(2, 1), None);
    assert_eq!(band(0, 0), None);
    assert!(band(0, 1).unwrap().holds(0));
    assert!(!band(1, 3).unwrap().holds(4));
}

const ONE: &str = "# Two Words\n\n*A dek of five words.*\n\nThe lede has five words.\n\n---\n\n## 1. One Two\n\nThree four.\n\n## 2. One\n\nTwo.\n\n---\n\nThe end.\n\n---\n\nNever counted at all.\n";
const OTHER: &str = "# T\n\nA lede.\n\n## 1. One Two Three\n\n## 2.\n";

#[test]
fn models_give_a_band_for_each_kind_of_part_that_they_have() {
    let models = [ONE, OTHER].map(PartCounts::of);
    let goals = Goals::of_models(Unit::Words, &models);
    assert_eq!((goals.dek, goals.lede), (band(5, 5), band(2, 5)));
    // A point is counted with its heading, and one that is still empty says nothing.
    assert_eq!(goals.point, band(2, 4));
    assert_eq!((goals.conclusion, goals.piece), (band(2, 2), None));
    let goals = Goals::of_models(Unit::Characters, &models);
    assert_eq!((goals.lede, goals.unit), (band(7, 24), Unit::Characters));
    assert_eq!(Goals::of_models(Unit::Words, &[]), Goals::default());
}

#[test]
fn a_piece_says_its_own_goal_in_its_front_matter() {
    let goal = |text: &str| {
        OwnGoal::of(&format!("---\ngoal: {text}\n---\n# T\n")).map(|it| (it.length, it.unit))
    };
    assert_eq!(goal("800"), Some((800, None)));
    assert_eq!(goal("800 words"), Some((800, Some(Unit::Words))));
    assert_eq!(goal("'4500 characters'"), Some((4500, Some(Unit::Characters))));
    for none in ["", "0", "soon", "800 lines", "-800", "8.5 words", "[800]"] {
        assert_eq!(goal(none), None, "{none}");
    }
    assert_eq!(OwnGoal::of("# T\n"), None);
}
