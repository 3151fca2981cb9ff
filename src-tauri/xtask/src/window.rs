//! The window's half in `ui/`: its packages and its bundle, made anew only when what they are made
//! from has changed.

use crate::{place, step::Step};
use anyhow::Result;
use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    path::Path,
};

/// Installs the packages of the lock file, unless they are the ones that lie there.
pub(crate) fn install() -> Result<()> {
    let ui = place::at("ui");
    let stamp =
        Stamp::of("ui-packages", &[&ui.join("package.json"), &ui.join("package-lock.json")])?;
    if stamp.is_fresh() && ui.join("node_modules").is_dir() {
        return Ok(());
    }
    Step::new("npm ci --no-audit --no-fund").within(&ui).run()?;
    stamp.keep()
}

/// Builds the page that the app carries in itself.
pub(crate) fn build() -> Result<()> {
    install()?;
    let ui = place::at("ui");
    let stamp = Stamp::of("ui-bundle", &[&ui])?;
    if stamp.is_fresh() && ui.join("dist/index.html").is_file() {
        return Ok(());
    }
    Step::new("npm run build").within(&ui).run()?;
    stamp.keep()
}

/// What something was made from, kept under `target/` to be compared the next time. By content,
/// since a checkout gives every file the time of day.
struct Stamp {
    name: &'static str,
    content: String,
}

impl Stamp {
    /// The stamp of these files, and of all files in these folders.
    fn of(name: &'static str, sources: &[&Path]) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        for source in sources {
            digest(source, &mut hasher)?;
        }
        Ok(Self { name, content: format!("{:016x}\n", hasher.finish()) })
    }

    fn is_fresh(&self) -> bool {
        fs::read_to_string(self.path()).is_ok_and(|kept| kept == self.content)
    }

    fn keep(&self) -> Result<()> {
        fs::create_dir_all(place::target().join("xtask"))?;
        Ok(fs::write(self.path(), &self.content)?)
    }

    fn path(&self) -> std::path::PathBuf {
        place::target().join("xtask").join(self.name)
    }
}

/// Feeds a file, or a folder's files in order, to the hasher; what is made rather than written is
/// left out.
fn digest(path: &Path, hasher: &mut impl Hasher) -> Result<()> {
    if !path.is_dir() {
        path.hash(hasher);
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut inside = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    inside.sort();
    let made = |path: &Path| path.ends_with("node_modules") || path.ends_with("dist");
    inside.iter().filter(|path| !made(path)).try_for_each(|path| digest(path, hasher))
}
