using Bunit;
using FashionRecs.Web.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using MudBlazor.Services;

namespace FashionRecs.Web.Tests.Lists;

public sealed class DeskGridTests : IAsyncDisposable
{
    private readonly BunitContext pages = new();

    public DeskGridTests()
    {
        pages.JSInterop.Mode = JSRuntimeMode.Loose;
        pages.Services.AddMudServices();
    }

    [Fact]
    public void Rows_AnEntryChanges_ItsRowStaysAndShowsIt()
    {
        var grid = Show(new Line(1, "one"), new Line(2, "two"));
        Assert.Equal(["one", "two"], grid.FindComponents<Cell>().Select(cell => cell.Instance.Words));
        var pressed = grid.FindComponents<Cell>()[0].Instance;

        grid.Render(parameters => parameters.Add(part => part.Rows, [new Line(1, "uno"), new Line(2, "two")]));

        Assert.Same(pressed, grid.FindComponents<Cell>()[0].Instance);
        Assert.Equal("uno", grid.FindAll("tbody td")[0].TextContent);
    }

    [Fact]
    public void Rows_OneMoreFollows_TheOthersKeepTheirs()
    {
        var grid = Show(new Line(1, "one"), new Line(2, "two"));
        var pressed = grid.FindComponents<Cell>()[1].Instance;

        grid.Render(parameters => parameters.Add(part => part.Rows, [new Line(1, "one"), new Line(2, "zwei"), new Line(3, "three")]));

        Assert.Equal(["one", "zwei", "three"], grid.FindAll("tbody td").Select(cell => cell.TextContent));
        Assert.Same(pressed, grid.FindComponents<Cell>()[1].Instance);
    }

    [Fact]
    public void Rows_AnotherEntryInItsPlace_IsAnotherRow()
    {
        var grid = Show(new Line(1, "one"));
        var pressed = grid.FindComponents<Cell>()[0].Instance;

        grid.Render(parameters => parameters.Add(part => part.Rows, [new Line(2, "one")]));

        Assert.NotSame(pressed, grid.FindComponents<Cell>()[0].Instance);
    }

    public ValueTask DisposeAsync() => pages.DisposeAsync();

    private IRenderedComponent<DeskGrid<Line>> Show(params Line[] lines) => pages.Render<DeskGrid<Line>>(parameters => parameters
        .Add(grid => grid.Rows, lines).Add(grid => grid.RowKey, line => line.Id).Add(grid => grid.Columns, Columns));

    private static void Columns(RenderTreeBuilder builder)
    {
        builder.OpenComponent<DeskColumn<Line>>(0);
        builder.AddComponentParameter(1, nameof(DeskColumn<>.Title), "Words");
        builder.AddComponentParameter(2, nameof(DeskColumn<>.CellTemplate), (RenderFragment<DeskRow<Line>>)(row => cell =>
        {
            cell.OpenComponent<Cell>(0);
            cell.AddComponentParameter(1, nameof(Cell.Words), row.Item.Words);
            cell.CloseComponent();
        }));
        builder.CloseComponent();
    }

    private sealed record Line(int Id, string Words);

    /// <summary>Stands for what a row has of its own, such as the focus: gone with the row.</summary>
    private sealed class Cell : ComponentBase
    {
        [Parameter]
        public string Words { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Words);
    }
}
