//! The number that a title promises, by the table that the window's own reading is held to as well.

use piece::promised_points;
use serde_json::Value;

#[test]
fn a_title_promises_its_first_number_from_one_to_twenty() {
    let table = include_str!("../../../../tests/fixtures/promised.json");
    let rows: Vec<Value> = serde_json::from_str(table).unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        let promised = promised_points(row["title"].as_str().unwrap());
        let expected = row["points"].as_u64().map(|points| usize::try_from(points).unwrap());
        assert_eq!(promised, expected, "{row}");
    }
}
