//! `cargo xtask package`: a package for Debian and Ubuntu, staged by hand and closed by `dpkg-deb`,
//! which needs nothing from the network.

use crate::{build, place, step::Step, system};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

/// Where each file comes from in the checkout, where it goes on the machine, and its mode.
const FILES: &[(&str, &str, u32)] = &[
    (
        "src-tauri/xtask/package/org.lede.Lede.desktop",
        "usr/share/applications/org.lede.Lede.desktop",
        0o644,
    ),
    ("src-tauri/icons/icon.svg", "usr/share/icons/hicolor/scalable/apps/lede.svg", 0o644),
    ("src-tauri/icons/32x32.png", "usr/share/icons/hicolor/32x32/apps/lede.png", 0o644),
    ("src-tauri/icons/128x128.png", "usr/share/icons/hicolor/128x128/apps/lede.png", 0o644),
    ("LICENSE", "usr/share/doc/lede/copyright", 0o644),
];

/// The programs, as the release build names them.
const PROGRAMS: &[&str] = &["lede", "lede-desktop"];

/// Installs the package on this machine, tries what it installed in a window of its own, and takes it
/// off again.
pub(crate) fn try_out() -> Result<()> {
    system::for_a_virtual_display()?;
    let package = package()?;
    let Some(apt) = system::apt()? else { bail!("only root can try out the package") };
    let apt = |what: &str| Step::new(&format!("{apt} {what} --yes"));
    apt("install --no-install-recommends").with(&package).run()?;
    let tried = Step::new("cargo test --package lede-tests --test window -- first:: policy::")
        .env("LEDE_PROGRAMS", "/usr/bin")
        .run();
    apt("remove").with("lede").run()?;
    tried
}

/// Builds for release and leaves the package under `target/package/`; gives its path.
pub(crate) fn package() -> Result<PathBuf> {
    system::for_building()?;
    build::release()?;
    let architecture = Step::new("dpkg --print-architecture").read()?.trim().to_owned();
    let name = format!("lede_{}_{architecture}", env!("CARGO_PKG_VERSION"));
    let tree = place::target().join("package").join(&name);
    if tree.exists() {
        fs::remove_dir_all(&tree).context("the last package's tree is in the way")?;
    }
    for program in PROGRAMS {
        lay(
            &place::target().join("release").join(program),
            &tree.join("usr/bin").join(program),
            0o755,
        )?;
    }
    for (from, to, mode) in FILES {
        lay(&place::at(from), &tree.join(to), *mode)?;
    }
    let control = control(&architecture, size(&tree)?)?;
    fs::create_dir_all(tree.join("DEBIAN"))?;
    fs::write(tree.join("DEBIAN/control"), control)?;
    let package = tree.with_file_name(format!("{name}.deb"));
    Step::new("dpkg-deb --root-owner-group -Zxz --build").with(&tree).with(&package).run()?;
    println!("\n{}\nInstall it as root: apt install {0}", package.display());
    Ok(package)
}

fn lay(from: &Path, to: &PathBuf, mode: u32) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(|| format!("{} is missing", from.display()))?;
    Ok(fs::set_permissions(to, fs::Permissions::from_mode(mode))?)
}

fn control(architecture: &str, size: u64) -> Result<String> {
    Ok(fs::read_to_string(place::at("src-tauri/xtask/package/control"))?
        .replace("{version}", env!("CARGO_PKG_VERSION"))
        .replace("{architecture}", architecture)
        .replace("{libc}", &libc()?)
        .replace("{size}", &(size / 1024).to_string()))
}

/// The C library that the programs were linked against, which is the oldest that they are promised
/// to run on.
fn libc() -> Result<String> {
    let version = Step::new("dpkg-query --show --showformat=${Version} libc6").read()?;
    Ok(version.split('-').next().unwrap_or(&version).to_owned())
}

/// The size of a folder's files, in bytes.
fn size(folder: &Path) -> Result<u64> {
    let mut total = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        total += if path.is_dir() { size(&path)? } else { fs::metadata(&path)?.len() };
    }
    Ok(total)
}
