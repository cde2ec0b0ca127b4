using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Shortcuts;
using FashionRecs.Web.Merchandising.Frame;
using FashionRecs.Web.Merchandising.Queue;
using FashionRecs.Web.Pictures;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>The review screen. Keys come from a script that keeps them until they have arrived here.</summary>
public sealed partial class ReviewPage
{
    /// <summary>So many pictures are fetched ahead.</summary>
    private const int Ahead = 3;

    private readonly SemaphoreSlim acting = new(1);
    private ReviewSession? desk;
    private ReviewFilter filter = new();
    private ReviewKeys keys = ReviewKeys.Default;
    private (string? Undo, string? Redo) moves;
    private IReadOnlyList<string> others = [];
    private string reviewer = "";
    private IDisposable? seat;
    private string seatedAt = "";
    private string? trouble;
    private (string? Product, GarmentAttribute? Focus) revealed;
    private IJSObjectReference? script;
    private DotNetObjectReference<ReviewPage>? self;

    /// <summary>The product; null for the first of the queue.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    private AuthenticationStateProvider Users { get; set; } = default!;

    [Inject]
    private ReviewQueue Queue { get; set; } = default!;

    [Inject]
    private ReviewTaskLoader Loader { get; set; } = default!;

    [Inject]
    private IReviewStore Reviews { get; set; } = default!;

    [Inject]
    private ReviewPresence Room { get; set; } = default!;

    [Inject]
    private ISettingStore Settings { get; set; } = default!;

    [Inject]
    private AttributeVocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    /// <summary>Products that keys led to and that the browser has not been seen to arrive at yet, oldest first.</summary>
    private readonly Queue<string> going = new();

    private string Place => desk!.Position < 0 ? "Review" : $"Review · {desk.Position + 1} of {desk.Queue.Count}";

    /// <summary>Pictures of the next products, which the script shows before the words arrive.</summary>
    private string Upcoming =>
        string.Join(' ',
        desk!.Queue.Skip(desk.Position + 1).Take(Ahead).Select(entry => PictureAddress.Of(entry.Place.Item.Product.Picture, 960)));

    private string? Before => desk!.Position > 0 ? PictureAddress.Of(desk.Queue[desk.Position - 1].Place.Item.Product.Picture, 960) : null;

    /// <inheritdoc/>
    protected override async Task ReadAsync(Uri address)
    {
        var before = filter;
        (filter, trouble) = ReviewAddress.Judge(address, Vocabulary);
        // Whoever asks for no product in particular begins a queue anew, as whoever changes the filter does.
        if (desk is null || filter != before || Id is null)
        {
            reviewer = await Users.ReviewerAsync();
            keys = ReviewKeys.Read(await Settings.TryGetAsync(KeysName) ?? "");
            desk = new ReviewSession(Loader, Reviews, Room, Vocabulary, reviewer, await Queue.FindAsync(filter, reviewer));
            moves = await Reviews.NextMovesAsync(reviewer);
        }

        if (Id is { } arrived && going.Contains(arrived))
        {
            // Where a key led. On a busy machine the browser's word of it comes when later keys have led on already: nobody is taken back.
            while (going.TryDequeue(out var passed) && passed != arrived)
            {
            }

            Id = desk.Product?.Item.Product.Id ?? Id;
        }

        if ((Id ?? desk.Queue.FirstOrDefault()?.Place.Item.Product.Id) is { } id && desk.Product?.Item.Product.Id != id)
        {
            await desk.OpenAsync(id);
        }

        Sit();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (script is null && desk?.Product is not null)
        {
            self = DotNetObjectReference.Create(this);
            script = await Script.InvokeAsync<IJSObjectReference>("import", "/" + Assets["js/review.js"]);
            await script.InvokeVoidAsync("start", self, keys.ByKey);
        }

        var now = (desk?.Product?.Item.Product.Id, desk?.Focus);
        if (script is not null && revealed != now)
        {
            revealed = now;
            await script.InvokeVoidAsync("reveal");
        }
    }

    /// <summary>Takes one key press from the script.</summary>
    /// <param name="action">What it does.</param>
    /// <param name="id">Made once per press.</param>
    [JSInvokable]
    public async Task ActAsync(string action, Guid id)
    {
        await acting.WaitAsync();
        try
        {
            await desk!.ActAsync(action, id);
            if (desk.Destination is { } destination)
            {
                await desk.OpenAsync(destination);
                Id = destination;
                going.Enqueue(destination);
                Sit();
                Navigation.NavigateTo(ReviewAddress.Of(destination, filter, review: true));
            }

            moves = await Reviews.NextMovesAsync(reviewer);
        }
        catch (InvalidDataException exception)
        {
            // Saying it again would not help.
            desk!.Tell(exception.Message);
        }
        catch (IOException exception)
        {
            // The script keeps the key and sends it again.
            desk!.Tell(exception.Message);
            throw;
        }
        finally
        {
            acting.Release();
            StateHasChanged();
        }
    }

    private string KeysName => $"reviews.keys.{reviewer}";

    private void FocusOn(GarmentAttribute attribute) => desk!.FocusOn(attribute);

    private async Task ChangeKeysAsync(ReviewKeys changed)
    {
        keys = changed;
        await Settings.SetAsync(KeysName, keys.Write());
        await script!.InvokeVoidAsync("setKeys", keys.ByKey);
    }

    private void Sit()
    {
        var product = desk?.Product?.Item.Product.Id ?? "";
        if (!RendererInfo.IsInteractive || seatedAt == product)
        {
            return;
        }

        seat?.Dispose();
        seatedAt = product;
        seat = product.Length > 0 ? Room.Enter(product, reviewer, ToldAsync) : null;
        others = Room.Others(product, reviewer);
    }

    private Task ToldAsync(string? by) => by == reviewer ? Task.CompletedTask : InvokeAsync(async () =>
    {
        await acting.WaitAsync();
        try
        {
            others = Room.Others(seatedAt, reviewer);
            await desk!.RefreshAsync(by);
        }
        finally
        {
            acting.Release();
            StateHasChanged();
        }
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        seat?.Dispose();
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
}
