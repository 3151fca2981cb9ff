//! Which of the numbered headings are points.

use crate::heading::Heading;
use crate::page::{Mark, Page};

/// The blocks that are the points' headings, in order.
///
/// All numbered headings of one level are, up to the first break that is not right before one of
/// them, or the first heading without a number that stands as high as they do. From there on, only
/// those are that go on counting, so that a break inside a body cuts nothing off, and a numbered list of
/// rules in a footer adds nothing.
pub(crate) fn numbered_headings(page: &Page<'_>) -> Vec<usize> {
    let Some((first, level)) = first_numbered(page) else {
        return Vec::new();
    };
    let mut found = Found::default();
    let mut ended = false;
    let mut index = first;
    while index < page.len() {
        match &page.marks[index] {
            Mark::Break => {
                let behind = page.behind_breaks(index);
                ended |= !leads_to_point(page, behind, level);
                index = behind;
                continue;
            }
            Mark::Heading(heading) if heading.level <= level => match number(heading) {
                None => ended = true,
                Some(number) if heading.level == level && (!ended || found.awaits(number)) => {
                    found.push(index, number);
                }
                Some(_) => {}
            },
            _ => {}
        }
        index += 1;
    }
    found.blocks
}

fn number(heading: &Heading) -> Option<u32> {
    heading.marker.map(|marker| marker.number)
}

/// The block of the first heading with a marker, and its level.
fn first_numbered(page: &Page<'_>) -> Option<(usize, u8)> {
    let mut headings = page.headings();
    headings.find(|(_, heading)| heading.marker.is_some()).map(|(at, first)| (at, first.level))
}

/// Whether block `behind`, which follows a row of breaks at once, is a numbered heading of this level.
fn leads_to_point(page: &Page<'_>, behind: usize, level: u8) -> bool {
    let is_point = |mark: &Mark| match mark {
        Mark::Heading(heading) => heading.level == level && heading.marker.is_some(),
        _ => false,
    };
    page.marks.get(behind).is_some_and(is_point) && page.touch(behind - 1)
}

/// The points found so far, and the numbers by which they go on counting.
#[derive(Default)]
struct Found {
    blocks: Vec<usize>,
    down: Option<bool>,
    last: u32,
}

impl Found {
    fn push(&mut self, block: usize, number: u32) {
        if self.blocks.len() == 1 {
            self.down = Some(number < self.last);
        }
        self.blocks.push(block);
        self.last = number;
    }

    /// Whether `number` comes next in the direction of the first two points; behind a single point,
    /// in either.
    fn awaits(&self, number: u32) -> bool {
        let up = number == self.last + 1;
        let down = number + 1 == self.last;
        match self.down {
            Some(true) => down,
            Some(false) => up,
            None => up || down,
        }
    }
}
