//! What holds for the band of any lengths.

use piece::Band;
use proptest::prelude::*;

proptest! {
    #[test]
    fn at_least_80_of_100_are_in_the_band_and_at_most_a_tenth_at_either_side(
        lengths in prop::collection::vec(1_usize..500, 1..200),
    ) {
        let band = Band::middle(lengths.iter().copied()).unwrap();
        let count = |is: &dyn Fn(usize) -> bool| lengths.iter().filter(|&&it| is(it)).count();
        let all = lengths.len();
        prop_assert!(count(&|it| band.holds(it)) * 10 >= all * 8);
        prop_assert!(count(&|it| it < band.least() as usize) * 10 <= all);
        prop_assert!(count(&|it| it > band.most() as usize) * 10 <= all);
    }

    #[test]
    fn the_band_ends_at_lengths_that_are_there_whatever_their_order(
        lengths in prop::collection::vec(1_usize..500, 1..200),
    ) {
        let band = Band::middle(lengths.iter().copied()).unwrap();
        prop_assert!(lengths.contains(&(band.least() as usize)));
        prop_assert!(lengths.contains(&(band.most() as usize)));
        prop_assert_eq!(Band::middle(lengths.iter().rev().copied()), Some(band));
    }

    #[test]
    fn the_band_is_no_wider_than_it_must_be(
        lengths in prop::collection::hash_set(1_usize..500, 10..200),
    ) {
        // With no length twice, each tenth is left out whole.
        let band = Band::middle(lengths.iter().copied()).unwrap();
        let outside = lengths.iter().filter(|&&it| !band.holds(it)).count();
        prop_assert_eq!(outside, lengths.len() / 10 * 2);
    }
}
