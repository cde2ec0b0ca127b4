using System.Globalization;
using FashionRecs.Application.Review.Export;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Merchandising.Frame;
using FashionRecs.Web.Merchandising.Queue;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace FashionRecs.Web.Merchandising.Export;

/// <summary>
/// What is to be exported. A script says what stands in the fields, so that the count follows them before anything is sent.
/// </summary>
public sealed partial class ExportPage
{
    private ReviewFilter filter = new();
    private FilterChoices? choices;
    private ExportCounts? counts;
    private string? trouble;
    private bool isWide = true;
    private IJSObjectReference? script;
    private DotNetObjectReference<ExportPage>? self;

    [Inject]
    private AuthenticationStateProvider Users { get; set; } = default!;

    [Inject]
    private ReviewQueue Queue { get; set; } = default!;

    [Inject]
    private FilterChoicesCache Choosing { get; set; } = default!;

    [Inject]
    private AttributeVocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private string Words => counts is not { } now ? "" : now.Products == 0 ? "No product passes this filter." : string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows(now.Products, "product")}: {Rows(isWide ? now.Products : now.Tags, "row")} as CSV or JSON, "
            + $"{now.Annotations} as FashionAI.");

    /// <inheritdoc/>
    protected override async Task ReadAsync(Uri address)
    {
        (filter, trouble) = ReviewAddress.Judge(address, Vocabulary);
        // Nobody who just opens the page means the open queue.
        filter = address.Query.Length > 0 ? filter : filter with { State = ReviewState.All };
        choices = await Choosing.GetAsync();
        await CountAsync(filter);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (script is null && choices is not null)
        {
            self = DotNetObjectReference.Create(this);
            script = await Script.InvokeAsync<IJSObjectReference>("import", "/" + Assets["js/export.js"]);
            await script.InvokeVoidAsync("start", self);
        }
    }

    /// <summary>Counts what stands in the fields.</summary>
    /// <param name="query">The fields as a query, without the question mark.</param>
    [JSInvokable]
    public async Task FollowAsync(string query)
    {
        (var asked, trouble) = ReviewAddress.Judge(new Uri($"http://localhost/?{query}"), Vocabulary);
        await CountAsync(asked);
        StateHasChanged();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync("stop");
                await script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The window is gone, and its script with it.
        }

        self?.Dispose();
    }

    private async Task CountAsync(ReviewFilter asked) => counts = trouble is not null ? null : ExportCounts.Of(
        await Queue.FindInEffectAsync(asked, await Users.ReviewerAsync()), asked.Attribute is { } one ? [one] : Vocabulary.Attributes);

    private static string Rows(int count, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
}
