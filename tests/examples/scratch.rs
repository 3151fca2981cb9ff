//! scratch
#![allow(clippy::disallowed_methods, clippy::print_stdout)]
use lede_tests::*;
fn main() {
    let t = std::time::Instant::now();
    let d = Display::start();
    println!("display {} {:?}", d.name(), t.elapsed());
    let home = Home::new();
    let env = [home.environment(), d.environment()].concat();
    let log = std::path::Path::new("/tmp/mini/log");
    let driver = Driver::start(
        std::path::Path::new("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"),
        &["--automation".into()],
        &env,
        log,
    );
    println!("driver {:?}", t.elapsed());
    std::thread::sleep(std::time::Duration::from_secs(2));
    println!("{}", driver.eval("return location.href + document.hasFocus()"));
    driver.eval("document.body.innerHTML='<textarea id=t></textarea>'; document.addEventListener('keydown', e=>{window.keys=(window.keys||'')+e.key+' '}); document.querySelector('#t').focus()");
    d.click(700, 500);
    std::thread::sleep(std::time::Duration::from_secs(2));
    println!(
        "{} {:?}",
        driver.eval(
            "return document.hasFocus() + document.activeElement.id+innerWidth+'x'+innerHeight"
        ),
        d.windows()
    );
    driver.eval("document.querySelector('#t').focus()");
    d.type_text("Hello, World: #1 *x*");
    driver.type_text("🪜é");
    d.press("ctrl+Return");
    d.press("alt+shift+Up");
    std::thread::sleep(std::time::Duration::from_secs(1));
    println!(
        "{} {}",
        driver.eval("return document.querySelector('#t').value"),
        driver.eval("return window.keys")
    );
    d.picture(std::path::Path::new("/tmp/mini/p.png"));
    drop(driver);
    println!("dropped driver {:?}", t.elapsed());
}
