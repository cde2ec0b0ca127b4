using System.CommandLine;
using FashionRecs.Application;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Prices;
using FashionRecs.Application.Models;
using FashionRecs.Cli.Import;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs import</c>: projects the pictures of a list of products and puts both into the shop, all in one step at the end, on the
/// same way as the pages for merchandisers. Importing again goes on where it stopped.
/// </summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var list = new Argument<string>("products") { Description = "CSV, TSV, .xlsx, or an export of Shopify, Google Merchant Center, WooCommerce or Magento, with the product, its image and its name." };
        var images = new Option<string>("--images") { Description = "Folder that the image column starts from.", Required = true };
        var limit = new Option<int>("--limit") { Description = "Take only the first rows.", DefaultValueFactory = _ => int.MaxValue };
        var encoding = new Option<string?>("--encoding")
        {
            Description = "Encoding of the list, for example windows-1252; default found out.",
        };
        var separator = new Option<string?>("--separator")
        {
            Description = "What stands between the columns: one character, or 'tab'; default found out.",
        };
        var currency = new Option<string>("--currency")
        {
            Description = "The shop's currency; a price in another is not taken.", DefaultValueFactory = _ => "€",
        };
        var preview = new Option<bool>("--preview") { Description = "Say what would happen to every row, and change nothing." };
        var database = ShopOption.Create();
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that the shop has in use." };
        var engine = EngineOptionArgument.Create(EngineOption.Auto);
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit must be at least 1.");
            }
        });
        var command = new Command("import", "Import products with their pictures into the shop.")
        {
            list, images, limit, encoding, separator, currency, preview, database, weights, engine,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var projector = new PictureProjector(parsed.GetValue(weights)
                ?? await InUseAsync(parsed.GetValue(database), cancellation), parsed.GetValue(engine));
            var request = new ImportRequest(parsed.GetValue(list)!, parsed.GetValue(images)!)
            {
                Limit = parsed.GetValue(limit), Database = parsed.GetValue(database), Currency = parsed.GetValue(currency)!,
                Choices = new ListChoices(parsed.GetValue(encoding), ImportRequest.Separator(parsed.GetValue(separator))),
            };
            return parsed.GetValue(preview)
                ? await PreviewAsync(request, projector.Fingerprint, new PictureInspector(), Console.Out, cancellation)
                : await RunAsync(request, projector, new PictureInspector(), cancellation);
        });
        return command;
    }

    /// <summary>Imports a list; <see cref="ExitCode.Partial"/> where some rows were refused.</summary>
    internal static async Task<int> RunAsync(ImportRequest request, IPictureProjector projector, IPictureInspector inspector,
        CancellationToken cancellation)
    {
        await using var provider = Open(request, inspector);
        var (imports, run) = (provider.GetRequiredService<ICatalogImportStore>(), provider.GetRequiredService<CatalogImportRun>());
        using var source = await SourceAsync(request, provider, cancellation);
        var id = await BeginAsync(imports, source, Path.GetFileName(request.List), cancellation);
        if (!await provider.GetRequiredService<CatalogImportLease>()
            .WithAsync(id, held => CarryOnAsync(imports, run, id, source, projector, held), cancellation))
        {
            throw new IOException("Another program is importing this list just now; wait until it is done.");
        }

        var end = (await imports.TryFindAsync(id, cancellation))!;
        if (end.State is not (CatalogImportState.Done or CatalogImportState.Refused))
        {
            throw new IOException(end.Trouble ?? "The import was stopped by somebody else; start it again to go on.");
        }

        // Those with a remark as well, which are taken.
        foreach (var item in (await imports.ItemsAsync(id, cancellation: cancellation)).TakeWhile(item => item.Reason is not null))
        {
            await Console.Error.WriteLineAsync($"{item.Source}: {item.Reason}");
        }

        Console.WriteLine(
            $"{end.ToRead} imported, {end.Of(CatalogImportOutcome.Same)} unchanged, {end.Of(CatalogImportOutcome.Refused)} refused.");
        return end.Of(CatalogImportOutcome.Refused) == 0 ? ExitCode.Success : ExitCode.Partial;
    }

    /// <summary>
    /// Says of every row what an import would do, and does nothing; <see cref="ExitCode.Partial"/> where some rows would be refused.
    /// </summary>
    internal static async Task<int> PreviewAsync(ImportRequest request, string fingerprint, IPictureInspector inspector, TextWriter output,
        CancellationToken cancellation)
    {
        await using var provider = Open(request, inspector);
        var (reader, catalog) = (provider.GetRequiredService<CatalogImportReader>(), provider.GetRequiredService<ICatalogStore>());
        using var source = await SourceAsync(request, provider, cancellation);
        var counts = new Dictionary<CatalogImportOutcome, int>();
        await foreach (var item in reader.PreviewAsync(source, fingerprint, cancellation))
        {
            counts[item.Outcome] = counts.GetValueOrDefault(item.Outcome) + 1;
            var known = item.Outcome == CatalogImportOutcome.Changed
                ? (await catalog.TryFindAsync(item.ProductId!, cancellation))?.Product : null;
            var why = string.Join("; ",
                new[] { known is null ? null : CatalogImportChange.Of(known, item).Words, item.Reason }.OfType<string>());
            await output.WriteLineAsync($"{item.Source}: {Word(item.Outcome)}{(why.Length == 0 ? "" : $", {why}")}");
        }

        await output.WriteLineAsync(
            string.Join(", ", Enum.GetValues<CatalogImportOutcome>()
                .Select(outcome => $"{counts.GetValueOrDefault(outcome)} {Word(outcome)}")) + "; nothing was changed.");
        return counts.ContainsKey(CatalogImportOutcome.Refused) ? ExitCode.Partial : ExitCode.Success;
    }

    private static string Word(CatalogImportOutcome outcome) =>
        outcome == CatalogImportOutcome.Same ? "unchanged" : outcome.ToString().ToLowerInvariant();

    private static ServiceProvider Open(ImportRequest request, IPictureInspector inspector) => Directory.Exists(request.Images)
        ? new ServiceCollection().AddApplication().AddShop(request.Database).AddSingleton(new ShopCurrency(request.Currency))
            .AddSingleton(inspector).AddSingleton(new CatalogImportLimits { MostFiles = int.MaxValue - 1 }).BuildServiceProvider()
        : throw new InvalidDataException($"There is no folder '{request.Images}'.");

    private static Task<CatalogImportSource> SourceAsync(ImportRequest request, ServiceProvider provider,
        CancellationToken cancellation) => CatalogImportSource.FolderAsync(
        request.List, request.Images, request.Limit, provider.GetRequiredService<CatalogImportLimits>(),
        provider.GetRequiredService<ProductListOpener>(), request.Choices, cancellation);

    private static async Task<string?> InUseAsync(string? database, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddApplication().AddShop(database).BuildServiceProvider();
        return (await services.GetRequiredService<IModelStore>().CurrentAsync(cancellation))?.Path;
    }

    /// <summary>Takes up an interrupted import of the same list, or begins one.</summary>
    private static async Task<Guid> BeginAsync(ICatalogImportStore imports, CatalogImportSource source, string name,
        CancellationToken cancellation)
    {
        if (await imports.TwinAsync(Guid.Empty, source.Content,
            cancellation) is { State: CatalogImportState.Running or CatalogImportState.Paused, ToRead: > 0 } begun)
        {
            await Console.Error.WriteLineAsync($"Going on: {begun.Read} of {begun.ToRead} pictures were read before.");
            return begun.Id;
        }

        return await imports.BeginAsync(name, ICatalogImportStore.CommandLine, CatalogImportState.Reading, cancellation);
    }

    private static async Task CarryOnAsync(
        ICatalogImportStore imports, CatalogImportRun run, Guid id, CatalogImportSource source, IPictureProjector projector,
        CancellationToken cancellation)
    {
        if (await imports.StateAsync(id, cancellation) == CatalogImportState.Reading)
        {
            await run.ReadAsync(id, source, projector, cancellation: cancellation);
        }

        await imports.MoveAsync(id, CatalogImportState.Running, [CatalogImportState.Ready, CatalogImportState.Paused],
            cancellation: cancellation);
        using var progress = new ImportProgress((await imports.TryFindAsync(id, cancellation))!.ToRead, TimeProvider.System);
        await run.ProjectAsync(id, projector, (done, _) => progress.Report(done), cancellation);
    }
}
