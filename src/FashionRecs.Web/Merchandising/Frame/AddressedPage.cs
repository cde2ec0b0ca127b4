using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace FashionRecs.Web.Merchandising.Frame;

/// <summary>
/// A page whose state stands in its query string. The router does not set parameters again where only the query string changed, and a page
/// that missed it would show one thing and act on another.
/// </summary>
public abstract class AddressedPage : ComponentBase, IDisposable
{
    private string path = "";

    /// <summary>Where the browser is.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>How often the address was read: a key for fields, which forget what was chosen but not sent.</summary>
    protected int Reads { get; private set; }

    /// <summary>Takes the page's state from its address.</summary>
    protected abstract Task ReadAsync(Uri address);

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Follow;

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        var address = new Uri(Navigation.Uri);
        (path, Reads) = (address.AbsolutePath, Reads + 1);
        return ReadAsync(address);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= Follow;
        GC.SuppressFinalize(this);
    }

    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath == path)
        {
            _ = InvokeAsync(async () =>
            {
                await OnParametersSetAsync();
                StateHasChanged();
            });
        }
    }
}
