//! export
use render::World;
use text::Text;
/// x
pub fn markdown(text: &Text) -> String { text.as_str().to_owned() }
/// x
pub fn html(text: &Text, _world: &dyn World) -> String { text.as_str().to_owned() }
/// x
pub fn data_url(_m: &str, _b: &[u8]) -> String { String::new() }
