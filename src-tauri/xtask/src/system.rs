//! The system's own packages: looked for first, installed where they are missing.

use crate::step::{Step, found};
use anyhow::{Context, Result, bail};

/// What building the app takes.
const BUILD: &[&str] = &["build-essential", "libwebkit2gtk-4.1-dev", "librsvg2-dev", "pkg-config"];

/// What a virtual display takes, and a window in it that is typed into and looked at.
const DISPLAY: &[&str] = &[
    "dbus-x11",
    "fonts-dejavu-core",
    "fonts-liberation",
    "imagemagick",
    "openbox",
    "webkit2gtk-driver",
    "xauth",
    "xdotool",
    "xclip",
    "xvfb",
];

/// What faults take: calls that fail, access lists, other persons, and disks that lose their power.
const TORTURE: &[&str] =
    &["acl", "build-essential", "e2fsprogs", "mount", "perl", "strace", "util-linux", "xfsprogs"];

/// What the tests take besides: an input method, what keeps one library on two machines, and what reads
/// what was printed.
const TESTS: &[&str] = &["git", "ibus", "ibus-gtk3", "ibus-hangul", "poppler-utils", "syncthing"];

/// Sees to it that the app can be built.
pub(crate) fn for_building() -> Result<()> {
    node()?;
    install(BUILD)
}

/// Sees to it that the app can be built, and shown where there is no display.
pub(crate) fn for_a_virtual_display() -> Result<()> {
    node()?;
    install(&[BUILD, DISPLAY].concat())
}

/// Sees to it that the store can be built, and its disks and calls of the system be made to fail.
pub(crate) fn for_torture(in_windows: bool) -> Result<()> {
    if !in_windows {
        return install(TORTURE);
    }
    for_tests()
}

/// Sees to it that every test can run.
pub(crate) fn for_tests() -> Result<()> {
    node()?;
    install(&[BUILD, DISPLAY, TESTS, TORTURE].concat())
}

/// The oldest Node that the UI's tools run on.
const NODE: u32 = 20;

fn node() -> Result<()> {
    let version = Step::new("node --version").read();
    let version = version.with_context(|| format!("Install Node.js {NODE} or newer first"))?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    if major.and_then(|major| major.parse::<u32>().ok()).is_none_or(|major| major < NODE) {
        bail!("Node.js {NODE} or newer is needed; this is {}", version.trim());
    }
    Ok(())
}

fn install(packages: &[&str]) -> Result<()> {
    if !found("dpkg-query") || !found("apt-get") {
        println!(
            "This is no Debian or Ubuntu, so nothing is installed. If a program or a library turns out to be missing, \
             install what these packages of Debian's hold: {}",
            packages.join(" ")
        );
        return Ok(());
    }
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    let missing = missing.join(" ");
    let Some(apt) = apt()? else {
        bail!("These packages are missing; install them as root: apt-get install {missing}");
    };
    println!("These system packages are missing and will now be installed by apt: {missing}");
    Step::new(&format!("{apt} update")).run()?;
    Step::new(&format!("{apt} install --yes --no-install-recommends {missing}"))
        .run()
        .with_context(|| format!("install by hand, then run this again: {missing}"))
}

/// The packages of these that dpkg does not know as installed.
fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    let asked = packages.join(" ");
    // dpkg-query fails as a whole when it knows one of the names not at all, and still prints the
    // others.
    let answer = std::process::Command::new("dpkg-query")
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\\n"])
        .args(asked.split(' '))
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    let installed = |name: &&str| answer.lines().any(|line| line == format!("{name} installed"));
    packages.iter().copied().filter(|name| !installed(name)).collect()
}

/// How apt-get is called with the rights to install, if there is a way.
pub(crate) fn apt() -> Result<Option<&'static str>> {
    let root = Step::new("id -u").read()?.trim() == "0";
    Ok(match (root, found("sudo")) {
        (true, _) => Some("env DEBIAN_FRONTEND=noninteractive apt-get"),
        (false, true) => Some("sudo DEBIAN_FRONTEND=noninteractive apt-get"),
        (false, false) => None,
    })
}
