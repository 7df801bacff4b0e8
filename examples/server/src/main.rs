//! Runs the server: `cargo run -p ineo-codes-example-server`, then for example
//! `curl -i -H 'Accept-Language: fa' http://127.0.0.1:8080/parcels/7`.

use std::io;
use std::net::Ipv4Addr;

use ineo_codes_example_server::{Depot, serve};
use tokio::net::TcpListener;

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 8080)).await?;
    println!("http://{}/openapi.json", listener.local_addr()?);
    serve(listener, Depot::new(100)).await
}
