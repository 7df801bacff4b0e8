//! Requests to the running server over TCP, and its description of the API.

use std::net::Ipv4Addr;

use ineo_codes_example_server::{Depot, MEDIA_TYPE, Order, Parcel, ParcelCode, Problem, serve};
use jsonschema::Validator;
use reqwest::header::{ALLOW, CONTENT_LANGUAGE, CONTENT_TYPE, HeaderMap, RETRY_AFTER, VARY};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use roas::v3_1::spec::Spec;
use roas::validation::{Options, Validate};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// A client of a server on a loopback port, which runs until the test ends.
struct Server {
    address: String,
    client: Client,
}

impl Server {
    /// A server whose depot has room for `room` parcels.
    async fn start(room: usize) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a loopback port");
        let address = format!("http://{}", listener.local_addr().expect("it is bound"));
        tokio::spawn(serve(listener, Depot::new(room)));
        Self { address, client: Client::builder().no_proxy().build().expect("a client") }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.address))
    }

    fn order(&self, postcode: &str, grams: u32) -> RequestBuilder {
        self.request(Method::POST, "/parcels").json(&Order { postcode: postcode.to_owned(), grams })
    }

    /// The description of the API that the server publishes.
    async fn description(&self) -> Value {
        let response = self.request(Method::GET, "/openapi.json").send().await.expect("an answer");
        assert_eq!(response.headers()[CONTENT_TYPE], "application/json");
        response.json().await.expect("JSON")
    }
}

/// Sends a request that fails.
async fn refused(request: RequestBuilder) -> (StatusCode, HeaderMap, Problem) {
    let response = request.send().await.expect("an answer");
    let (status, headers) = (response.status(), response.headers().clone());
    assert_eq!(headers[CONTENT_TYPE], MEDIA_TYPE);
    let problem: Problem = response.json().await.expect("a problem");
    assert_eq!(problem.status, status);
    (status, headers, problem)
}

#[tokio::test]
async fn a_request_that_is_carried_out_has_its_result() {
    let server = Server::start(1).await;
    let response = server.order("1193653471", 20_000).send().await.expect("an answer");
    assert_eq!(response.status(), 201);
    let parcel: Parcel = response.json().await.expect("a parcel");
    let found = server.request(Method::GET, &format!("/parcels/{}", parcel.number)).send().await.expect("an answer");
    assert_eq!(found.status(), 200);
    assert_eq!(found.json::<Parcel>().await.expect("a parcel"), parcel);
}

#[tokio::test]
async fn a_problem_has_all_that_the_table_says_of_its_code() {
    let server = Server::start(1).await;
    let (status, headers, _) = refused(server.order("1193653471", 20_001)).await;
    assert_eq!(status, 422);
    assert_eq!(headers[CONTENT_LANGUAGE], "en");
    assert_eq!(headers[VARY], "accept-language");
    assert!(!headers.contains_key(RETRY_AFTER));
    let problem: Value =
        server.order("1193653471", 20_001).send().await.expect("an answer").json().await.expect("JSON");
    assert_eq!(
        problem,
        json!({
            "type": "https://parcels.example/codes#1002",
            "title": "The parcel is too heavy.",
            "status": 422,
            "code": 1002,
            "messages": {
                "en": "The parcel is too heavy.",
                "fa": "بسته بیش از حد سنگین است.",
                "de": "Das Paket ist zu schwer.",
            },
            "remedy": "Send two parcels of at most 20 kg each.",
        }),
    );
}

#[tokio::test]
async fn the_client_chooses_the_language() {
    let server = Server::start(0).await;
    for (accepted, language, title) in [
        ("fa-IR", "fa", "انبار پر است."),
        ("fr, de-AT;q=0.5, fa;q=0.7", "fa", "انبار پر است."),
        ("fr, DE-at;q=0.5", "de", "Das Lager ist voll."),
        ("de;q=0, en", "en", "The depot is full."),
        ("fr", "en", "The depot is full."),
        ("*", "en", "The depot is full."),
        ("???;;q", "en", "The depot is full."),
    ] {
        let request = server.order("1193653471", 1).header("accept-language", accepted);
        let (_, headers, problem) = refused(request).await;
        assert_eq!((&*problem.title, &headers[CONTENT_LANGUAGE]), (title, &language.parse().unwrap()), "{accepted}");
        assert_eq!(problem.messages.len(), ParcelCode::LANGUAGES.len(), "all are there");
    }
    let request = server.order("none", 1).header("accept-language", "de");
    assert_eq!(refused(request).await.2.remedy.as_deref(), Some("Geben Sie zehn Ziffern ohne Leerzeichen ein."));
}

#[tokio::test]
async fn a_client_is_told_when_to_come_back() {
    let server = Server::start(1).await;
    assert_eq!(server.order("1193653471", 1).send().await.expect("an answer").status(), 201);
    let (status, headers, problem) = refused(server.order("1193653471", 1)).await;
    assert_eq!((status.as_u16(), problem.code), (503, ParcelCode::DepotFull));
    assert_eq!(headers[RETRY_AFTER], "30");
}

#[tokio::test]
async fn what_is_asked_wrongly_is_a_problem_too() {
    let server = Server::start(1).await;
    let unreadable = server.request(Method::POST, "/parcels").header(CONTENT_TYPE, "application/json").body("{");
    let (status, _, problem) = refused(unreadable).await;
    assert_eq!((status.as_u16(), problem.code), (400, ParcelCode::UnreadableOrder));
    assert!(problem.detail.is_some_and(|detail| !detail.is_empty()), "the developer of the client is told more");

    let (status, headers, problem) = refused(server.request(Method::DELETE, "/parcels")).await;
    assert_eq!((status.as_u16(), problem.code), (405, ParcelCode::WrongMethod));
    assert_eq!(headers[ALLOW], "POST");
    assert_eq!(problem.url, "about:blank");

    for path in ["/", "/parcel"] {
        let (status, _, problem) = refused(server.request(Method::GET, path)).await;
        assert_eq!((status.as_u16(), problem.code), (404, ParcelCode::NoSuchPage));
    }
    for path in ["/parcels/0", "/parcels/none"] {
        let (status, _, problem) = refused(server.request(Method::GET, path)).await;
        assert_eq!((status.as_u16(), problem.code), (404, ParcelCode::NoSuchParcel));
    }
}

#[tokio::test]
async fn the_description_is_sound() {
    let description = Server::start(0).await.description().await;
    let check = |description: &Value| {
        let spec: Spec = serde_json::from_value(description.clone()).map_err(|error| error.to_string())?;
        spec.validate(Options::IgnoreMissingTags.into(), None).map_err(|error| error.to_string())
    };
    check(&description).unwrap_or_else(|error| panic!("{error}\n{description:#}"));
    let mut broken = description;
    broken["components"]["schemas"].as_object_mut().expect("schemas").remove("Problem");
    assert!(check(&broken).is_err_and(|error| error.contains("Problem")), "the validator looks at references");
}

#[tokio::test]
async fn the_description_lists_every_code() {
    let description = Server::start(0).await.description().await;
    let listed = &description["components"]["schemas"]["ParcelCode"]["anyOf"];
    for (code, listed) in ParcelCode::ALL.iter().zip(listed.as_array().expect("a list")) {
        assert_eq!(listed["enum"], json!([code.code()]));
        let responses = &description["paths"]["/parcels"]["post"]["responses"];
        let response = &responses[code.http_status().to_string()];
        let is_described = response["description"].as_str().expect("a text").contains(&format!("{code:#}"));
        assert_ne!(is_described, code.is_done(), "{code}: {response:#}");
    }
}

/// Every answer fits the schema that the description has for its path, method and status.
#[tokio::test]
async fn the_server_answers_as_described() {
    let server = Server::start(1).await;
    let description = server.description().await;
    let mut seen = Vec::new();
    for (method, path, template, body) in [
        (Method::POST, "/parcels", "/parcels", json!({ "postcode": "1193653471", "grams": 1 })),
        (Method::POST, "/parcels", "/parcels", json!({ "postcode": "1193653471", "grams": 1 })),
        (Method::POST, "/parcels", "/parcels", json!({ "postcode": "x", "grams": 1 })),
        (Method::POST, "/parcels", "/parcels", json!({ "grams": 1 })),
        (Method::GET, "/parcels/0", "/parcels/{number}", json!(null)),
        (Method::GET, "/parcels/1", "/parcels/{number}", json!(null)),
        (Method::PUT, "/parcels", "/parcels", json!(null)),
    ] {
        let response = server.request(method.clone(), path).json(&body).send().await.expect("an answer");
        let status = response.status().as_u16();
        let media = response.headers()[CONTENT_TYPE].to_str().expect("text").to_owned();
        // A description lists a path's methods, so an answer to another method is described with any of them.
        let described = if method == Method::PUT { "post".to_owned() } else { method.as_str().to_lowercase() };
        let schema =
            &description["paths"][template][described]["responses"][status.to_string()]["content"][&media]["schema"];
        let answer: Value = response.json().await.expect("JSON");
        let validator = validator(&description, schema);
        assert!(validator.is_valid(&answer), "{method} {path}: {status} {answer:#}\n{schema:#}");
        let mut without = answer;
        let first = without.as_object().expect("an object").keys().next().expect("a member").clone();
        without.as_object_mut().expect("an object").remove(&first);
        assert!(!validator.is_valid(&without), "{first} is required");
        seen.push(status);
    }
    assert_eq!(seen, [201, 503, 422, 400, 200, 404, 405]);
}

/// A validator for a schema in the description.
fn validator(description: &Value, schema: &Value) -> Validator {
    assert!(schema.is_object(), "it is described");
    let whole = json!({ "allOf": [schema], "components": description["components"] });
    jsonschema::draft202012::new(&whole).unwrap_or_else(|error| panic!("{error}: {whole:#}"))
}
