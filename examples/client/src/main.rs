//! Runs the client against a server that plays i-neo. What a person is shown goes to the standard output, the log to the
//! standard error.
//!
//! `cargo run -p ineo-codes-example-client`

use std::time::Duration;

use backon::ExponentialBuilder;
use ineo_codes_example_client::request_with_retries;
use ineo_codes_example_client::server::{
    Act, BAD_GATEWAY, INVALID_INPUT, OUT_OF_CREDIT, RATE_LIMITED, RESULT, Server, UPDATING,
};
use reqwest::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The proxy of the environment is none for a loopback port. No request takes for ever.
    let client = Client::builder().no_proxy().timeout(Duration::from_secs(10)).build()?;
    // Short, so that the example is; for a real service leave the minimum at its default of one second.
    let backoff = ExponentialBuilder::default().with_min_delay(Duration::from_millis(100)).with_jitter();

    for (scene, script) in [
        ("rate limited, updating, then the result", &[RATE_LIMITED, UPDATING, RESULT][..]),
        ("out of credit, at once final", &[OUT_OF_CREDIT]),
        ("wrong input, which i-neo explains", &[INVALID_INPUT]),
        ("a proxy's HTML page, then the result", &[BAD_GATEWAY, RESULT]),
        ("a broken connection, then the result", &[Act::Break, RESULT]),
        ("never anything but an update", &[UPDATING]),
    ] {
        eprintln!("-- {scene}");
        let server = Server::start(script).await?;
        match request_with_retries(&client, server.url.clone(), backoff).await {
            Ok(user) => println!("{} ({})", user.name, user.id),
            Err(error) => {
                eprintln!("{error}; given up after {} request(s)", server.requests());
                println!("{}", error.for_a_person());
            }
        }
    }
    Ok(())
}
