//! The charts of `BENCHMARKS.md`, drawn as SVG from the tables in it, so that picture and figures never differ.

use std::fmt::Write as _;

const PROJECT: &str = "ineo-codes";

/// Colors for a light and a dark page.
const STYLE: &str = "<style>\n\
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }\n\
    .title { font-weight: 600 }\n\
    .quiet { fill: #59636e }\n\
    .own { fill: #1a7f37; stroke: #1a7f37 }\n\
    .peer { fill: #8c959f; stroke: #8c959f }\n\
    .grid { stroke: #d1d9e0 }\n\
    text.own, text.peer { stroke: none }\n\
    @media (prefers-color-scheme: dark) {\n\
    text { fill: #f0f6fc }\n\
    .quiet { fill: #9198a1 }\n\
    .own { fill: #3fb950; stroke: #3fb950 }\n\
    .grid { stroke: #3d444d }\n\
    }\n\
    </style>\n";

/// A table of a report: the cells of its head and of its rows.
struct Table<'a> {
    head: Vec<&'a str>,
    rows: Vec<Vec<&'a str>>,
}

impl<'a> Table<'a> {
    /// The first table after a heading.
    fn after(report: &'a str, heading: &str) -> Option<Self> {
        let (_, rest) = report.split_once(&format!("\n{heading}\n"))?;
        let lines = rest.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
        let mut rows = lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
        let head = rows.next()?;
        Some(Self { head, rows: rows.skip(1).collect() })
    }

    /// The row whose first cells are these.
    fn row(&self, first: &[&str]) -> Option<&[&'a str]> {
        self.rows.iter().map(Vec::as_slice).find(|row| row.starts_with(first))
    }
}

/// The number at the start of a cell.
fn number(cell: &str) -> Option<f64> {
    let digits: String = cell.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    digits.parse().ok()
}

fn svg(width: u32, height: u32, label: &str, body: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" aria-label=\"{label}\">\n{STYLE}{body}</svg>\n"
    )
}

/// Bars: lookups in a table of 1,000 rows, as multiples of an array access. `None` if the report doesn't have them.
pub(crate) fn lookups(report: &str) -> Option<String> {
    const LEFT: f64 = 150.0;
    const WIDTH: f64 = 420.0;
    let groups = [
        ("#### Code to variant", "From a code to its variant"),
        ("#### Name to variant", "From a name to its variant"),
    ];
    let mut body = String::new();
    let mut y = 24;
    for (heading, title) in groups {
        let table = Table::after(report, heading)?;
        let row = table.row(&["u16", "1000"])?;
        let mut bars: Vec<(&str, f64)> =
            table.head.iter().zip(row).skip(2).filter_map(|(name, cell)| Some((*name, number(cell)?))).collect();
        bars.retain(|(name, _)| !name.contains("`named`"));
        bars.sort_by(|(_, a), (_, b)| a.total_cmp(b));
        let longest = bars.last()?.1;
        writeln!(body, "<text class=\"title\" x=\"10\" y=\"{y}\">{title}, 1,000 rows of u16</text>").ok()?;
        y += 14;
        for (name, ratio) in bars {
            let class = if name == PROJECT { "own" } else { "peer" };
            let length = (ratio / longest * WIDTH).max(2.0);
            writeln!(body, "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{name}</text>", LEFT - 10.0, y + 14).ok()?;
            writeln!(
                body,
                "<rect class=\"{class}\" x=\"{LEFT}\" y=\"{}\" width=\"{length:.0}\" height=\"14\" rx=\"2\"/>",
                y + 3
            )
            .ok()?;
            writeln!(body, "<text class=\"quiet\" x=\"{:.0}\" y=\"{}\">{ratio:.1}</text>", LEFT + length + 8.0, y + 14)
                .ok()?;
            y += 22;
        }
        y += 30;
    }
    writeln!(
        body,
        "<text class=\"quiet\" x=\"10\" y=\"{y}\">Time as a multiple of one array access; shorter is faster.</text>"
    )
    .ok()?;
    Some(svg(640, y + 16, "Lookups against the alternatives", &body))
}

/// Lines, both axes logarithmic: the time to compile a crate with a table. `None` if the report doesn't have it.
pub(crate) fn builds(report: &str) -> Option<String> {
    let table = Table::after(report, "## Builds")?;
    let mut own = Vec::new();
    let mut peer = Vec::new();
    for (what, rows) in [("1,000 rows, CPU time", 1e3), ("10,000 rows, CPU time", 1e4), ("all 65,536 codes", 65_536.0)]
    {
        let row = table.row(&[what])?;
        own.push((rows, number(row[1])?));
        peer.extend(number(row[2]).map(|time| (rows, time)));
    }
    let x = |rows: f64| 110.0 + (rows.log10() - 3.0) / 2.0 * 430.0;
    let y = |seconds: f64| 290.0 - (seconds.log10() + 1.0) / 4.0 * 240.0;
    let mut body = "<text class=\"title\" x=\"10\" y=\"24\">Time to compile a crate with a table</text>\n".to_owned();
    for (seconds, label) in [(0.1, "0.1 s"), (1.0, "1 s"), (10.0, "10 s"), (100.0, "100 s"), (1000.0, "1,000 s")] {
        let at = y(seconds);
        writeln!(body, "<line class=\"grid\" x1=\"70\" y1=\"{at:.0}\" x2=\"550\" y2=\"{at:.0}\"/>").ok()?;
        writeln!(body, "<text class=\"quiet\" x=\"62\" y=\"{:.0}\" text-anchor=\"end\">{label}</text>", at + 4.0)
            .ok()?;
    }
    for (rows, label) in [(1e3, "1,000 rows"), (1e4, "10,000"), (65_536.0, "65,536")] {
        writeln!(body, "<text class=\"quiet\" x=\"{:.0}\" y=\"310\" text-anchor=\"middle\">{label}</text>", x(rows))
            .ok()?;
    }
    for (name, class, points) in [(PROJECT, "own", &own), ("strum + num_enum", "peer", &peer)] {
        let line: Vec<String> = points.iter().map(|(rows, time)| format!("{:.0},{:.0}", x(*rows), y(*time))).collect();
        writeln!(
            body,
            "<polyline class=\"{class}\" style=\"fill: none\" stroke-width=\"2.5\" points=\"{}\"/>",
            line.join(" ")
        )
        .ok()?;
        for (rows, time) in points {
            let (at, above) = (x(*rows), y(*time) - 10.0);
            writeln!(body, "<circle class=\"{class}\" cx=\"{at:.0}\" cy=\"{:.0}\" r=\"4\"/>", above + 10.0).ok()?;
            let shown = if *time < 10.0 { format!("{time:.1} s") } else { format!("{time:.0} s") };
            writeln!(body, "<text x=\"{at:.0}\" y=\"{above:.0}\" text-anchor=\"middle\">{shown}</text>").ok()?;
        }
        let (rows, time) = points.last()?;
        writeln!(
            body,
            "<text class=\"{class}\" x=\"{:.0}\" y=\"{:.0}\">{name}</text>",
            x(*rows) + 14.0,
            y(*time) + 5.0
        )
        .ok()?;
    }
    body += "<text class=\"quiet\" x=\"10\" y=\"336\">CPU time in release mode, macros included; both axes are logarithmic.</text>\n";
    Some(svg(640, 350, "Build time as tables grow", &body))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "# B\n\n#### Code to variant\n\n| codes | rows | ineo-codes | phf |\n| - | - | - | - |\n| u16 | 29 | 1.0 | 9.0 |\n\
        | u16 | 1000 | 2.0 | 40.0 |\n\n#### Name to variant\n\n| codes | rows | ineo-codes | ineo-codes, `named` | match |\n| - | - | - | - | - |\n\
        | u16 | 1000 | 12.5 | 11 | |\n\n## Builds\n\n| what | ineo-codes | strum |\n| - | - | - |\n| 1,000 rows, CPU time | 0.82 s | 8 s |\n\
        | 10,000 rows, CPU time | 7.03 s | does not build |\n| all 65,536 codes | 127.6 s, 9 MiB | |\n";

    #[test]
    fn bars_are_in_proportion_and_gaps_are_left_out() {
        let chart = lookups(REPORT).expect("the tables are there");
        let bars: Vec<&str> = chart.lines().filter(|line| line.starts_with("<rect")).collect();
        assert_eq!(bars.len(), 3, "{chart}");
        assert!(bars[0].contains("own") && bars[0].contains("width=\"21\""), "{chart}");
        assert!(bars[1].contains("peer") && bars[1].contains("width=\"420\""), "{chart}");
        assert!(lookups("# B\n").is_none());
    }

    #[test]
    fn a_build_that_fails_has_no_point() {
        let chart = builds(REPORT).expect("the table is there");
        assert_eq!(chart.matches("<circle").count(), 4, "{chart}");
        assert!(chart.contains(">128 s<") && chart.contains(">0.8 s<"), "{chart}");
    }
}
