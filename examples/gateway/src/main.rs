//! Tells what the shop does with answers of the gateway: `cargo run -- 51 ok 599 no_answer`, with codes or names.

use std::env;
use std::process::ExitCode;

use ineo_codes_example_gateway::{GatewayCode, Outcome, answer, delay};

fn main() -> ExitCode {
    let answers: Vec<String> = env::args().skip(1).collect();
    if answers.is_empty() {
        eprintln!("usage: ineo-codes-example-gateway <code or name>…\n\nThe codes:");
        for code in GatewayCode::ALL {
            eprintln!("  {code:#}");
        }
        return ExitCode::FAILURE;
    }
    let mut exit = ExitCode::SUCCESS;
    for text in &answers {
        match text.parse::<GatewayCode>() {
            Ok(code) => explain(code),
            Err(error) => {
                eprintln!("{text}: {error}");
                exit = ExitCode::FAILURE;
            }
        }
    }
    exit
}

fn explain(code: GatewayCode) {
    println!("{code:#}");
    println!("  the shop takes it as {:?}", Outcome::from(code));
    for language in ["en", "fa"] {
        let (status, message) = answer(code, language);
        println!("  it answers {status} with \"{message}\"");
    }
    match delay(code, 0) {
        Some(delay) => println!("  and tries again in {delay:?}"),
        None => println!("  and does not try again"),
    }
}
