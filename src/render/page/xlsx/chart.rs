//! A chart: the cells that it is drawn from, and beside them the workbook's own chart of those.

use super::look::colour;
use super::{column, row};
use crate::page;
use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Color,
    Worksheet, XlsxError,
};

/// The height of a row, in pixels.
const ROW: usize = 20;
/// What a chart needs besides its bars, in pixels: title, axis and legend.
const AROUND: usize = 130;
/// How thick a bar is with the gap after it, in pixels.
const BAR: usize = 26;

/// How many rows a chart takes, its table beside it.
pub fn rows(chart: &page::Bars) -> usize {
    (high(chart).div_ceil(ROW) + 1).max(chart.labels.len() + 1)
}

/// How high a chart is, in pixels.
fn high(chart: &page::Bars) -> usize {
    AROUND + BAR * chart.labels.len()
}

/// Draws a chart of the table whose head is in the row `top`, beside it.
pub fn draw(drawn: &page::Bars, name: &str, top: usize, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (first, last) = (row(top + 1), row(top + drawn.labels.len()));
    let mut chart = Chart::new(ChartType::BarStacked);
    for (at, part) in drawn.parts.iter().enumerate() {
        let at = column(at + 1);
        let series = chart.add_series();
        series.set_categories((name, first, 0, last, 0)).set_values((name, first, at, last, at));
        series.set_name((name, row(top), at)).set_gap(40);
        series.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour(part.tone))));
    }
    chart.title().set_name(drawn.title.as_str()).set_font(ChartFont::new().set_size(12).set_bold());
    // As in the table the first is on top; what is counted is below all the same.
    chart.y_axis().set_reverse().set_crossing(ChartAxisCrossing::Max);
    let rules = ChartLine::new().set_color(Color::RGB(0xD9_D9D9)).clone();
    // Bars that begin anywhere else look as long as others that are not.
    chart.x_axis().set_num_format("0").set_min(0).set_major_gridlines_line(&rules);
    let longest =
        (0..drawn.labels.len()).map(|at| drawn.parts.iter().filter_map(|part| part.counts.get(at)).sum::<u64>());
    if longest.max().unwrap_or(0) <= 10 {
        // Half a report is none.
        chart.x_axis().set_major_unit(1);
    }
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(620).set_height(u32::try_from(high(drawn)).unwrap_or(u32::MAX)).set_alt_text(drawn.title.as_str());
    sheet.insert_chart_with_offset(row(top), column(drawn.parts.len() + 1), &chart, 24, 0)?;
    Ok(())
}
