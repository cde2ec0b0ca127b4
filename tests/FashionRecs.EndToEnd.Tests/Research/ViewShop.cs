using FashionRecs.Domain.Explanations.Views;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Storage.Experiments;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>The shop that ships, whose pictures the network has read, so that it has maps, with a draft with an arm for every view.</summary>
public sealed class ViewShop : SeedShop
{
    /// <summary>Key of the draft.</summary>
    public const string Key = "views";

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var views = Enum.GetValues<ExplanationView>();
        await Server.Services.GetRequiredService<ExperimentStore>().SaveAsync(
            new Experiment { Key = Key, Design = new() { Arms = [.. views.Select(view => new Arm(view.ToString(), 1.0 / views.Length, view))] } }, 0);
    }
}
