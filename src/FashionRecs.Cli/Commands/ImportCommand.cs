using System.CommandLine;
using FashionRecs.Application;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Models;
using FashionRecs.Cli.Import;
using FashionRecs.Domain.Projection;
using FashionRecs.Storage.Sqlite;
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
        var list = new Argument<string>("products") { Description =
            "CSV with the columns product, image, name and, if known, type, group, section, colour, pattern, price, description." };
        var images = new Option<string>("--images") { Description = "Folder that the image column starts from.", Required = true };
        var limit = new Option<int>("--limit") { Description = "Take only the first rows.", DefaultValueFactory = _ => int.MaxValue };
        var preview = new Option<bool>("--preview") { Description = "Say what would happen to every row, and change nothing." };
        var database =
            new Option<string?>("--database") { Description =
            $"The shop's database; default ${SqliteOptions.Variable}, else the user's local application data." };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that the shop has in use." };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit must be at least 1.");
            }
        });
        var command =
            new Command("import", "Import products with their pictures into the shop.") { list, images, limit, preview, database, weights };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var projector =
                new PictureProjector(parsed.GetValue(weights) ?? await InUseAsync(parsed.GetValue(database), cancellation));
            var (rows, folder, most, shop) =
                (parsed.GetValue(list)!, parsed.GetValue(images)!, parsed.GetValue(limit), parsed.GetValue(database));
            return parsed.GetValue(preview)
                ? await PreviewAsync(rows, folder, most, shop, projector.Fingerprint, new PictureInspector(), Console.Out, cancellation)
                : await RunAsync(rows, folder, most, shop, projector, new PictureInspector(), cancellation);
        });
        return command;
    }

    /// <summary>Imports a list; <see cref="ExitCode.Partial"/> where some rows were refused.</summary>
    internal static async Task<int> RunAsync(
        string list, string images, int limit, string? database, IPictureProjector projector, IPictureInspector inspector,
        CancellationToken cancellation)
    {
        await using var provider = Open(images, database, inspector);
        var (imports, run) = (provider.GetRequiredService<ICatalogImportStore>(), provider.GetRequiredService<CatalogImportRun>());
        using var source =
            await CatalogImportSource.FolderAsync(list, images, limit, provider.GetRequiredService<CatalogImportLimits>(), cancellation);
        var id = await BeginAsync(imports, run, source, Path.GetFileName(list), projector, cancellation);
        using (var progress = new ImportProgress((await imports.TryFindAsync(id, cancellation))!.ToRead, TimeProvider.System))
        {
            await run.ProjectAsync(id, projector, (done, _) => progress.Report(done), cancellation);
        }

        var end = (await imports.TryFindAsync(id, cancellation))!;
        if (end.State is not (CatalogImportState.Done or CatalogImportState.Refused))
        {
            throw new IOException(end.Trouble ?? "The import was stopped by somebody else; start it again to go on.");
        }

        foreach (var item in await imports.ItemsAsync(id, CatalogImportOutcome.Refused, cancellation: cancellation))
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
    internal static async Task<int> PreviewAsync(
        string list, string images, int limit, string? database, string fingerprint, IPictureInspector inspector, TextWriter output,
        CancellationToken cancellation)
    {
        await using var provider = Open(images, database, inspector);
        var (reader, catalog) = (provider.GetRequiredService<CatalogImportReader>(), provider.GetRequiredService<ICatalogStore>());
        using var source =
            await CatalogImportSource.FolderAsync(list, images, limit, provider.GetRequiredService<CatalogImportLimits>(), cancellation);
        var counts = new Dictionary<CatalogImportOutcome, int>();
        await foreach (var item in reader.PreviewAsync(source, fingerprint, cancellation))
        {
            counts[item.Outcome] = counts.GetValueOrDefault(item.Outcome) + 1;
            var known = item.Outcome == CatalogImportOutcome.Changed ? (await catalog.TryFindAsync(item.ProductId!, cancellation))?.Product
                : null;
            var why = known is null ? item.Reason : CatalogImportChange.Of(known, item).Words;
            await output.WriteLineAsync($"{item.Source}: {Word(item.Outcome)}{(why is null ? "" : $", {why}")}");
        }

        await output.WriteLineAsync(
            string.Join(", ", Enum.GetValues<CatalogImportOutcome>()
                .Select(outcome => $"{counts.GetValueOrDefault(outcome)} {Word(outcome)}")) + "; nothing was changed.");
        return counts.ContainsKey(CatalogImportOutcome.Refused) ? ExitCode.Partial : ExitCode.Success;
    }

    private static string Word(CatalogImportOutcome outcome) =>
        outcome == CatalogImportOutcome.Same ? "unchanged" : outcome.ToString().ToLowerInvariant();

    private static ServiceProvider Open(string images, string? database, IPictureInspector inspector) => Directory.Exists(images)
        ? new ServiceCollection().AddApplication().AddSqliteStorage(options => options.DatabasePath = database ?? options.DatabasePath)
            .AddSingleton(inspector).AddSingleton(new CatalogImportLimits { MostFiles = int.MaxValue - 1 }).BuildServiceProvider()
        : throw new InvalidDataException($"There is no folder '{images}'.");

    private static async Task<string?> InUseAsync(string? database, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddApplication()
            .AddSqliteStorage(options => options.DatabasePath = database ?? options.DatabasePath).BuildServiceProvider();
        return (await services.GetRequiredService<IModelStore>().CurrentAsync(cancellation))?.Path;
    }

    /// <summary>Takes up an interrupted import of the same list, or begins one.</summary>
    private static async Task<Guid> BeginAsync(
        ICatalogImportStore imports, CatalogImportRun run, CatalogImportSource source, string name, IPictureProjector projector,
        CancellationToken cancellation)
    {
        if (await imports.TwinAsync(Guid.Empty, source.Content,
            cancellation) is { State: CatalogImportState.Running or CatalogImportState.Paused, ToRead: > 0 } begun)
        {
            await Console.Error.WriteLineAsync($"Going on: {begun.Read} of {begun.ToRead} pictures were read before.");
            await imports.MoveAsync(begun.Id, CatalogImportState.Running, [CatalogImportState.Running, CatalogImportState.Paused],
                cancellation: cancellation);
            return begun.Id;
        }

        var id = await imports.BeginAsync(name, ICatalogImportStore.CommandLine, CatalogImportState.Reading, cancellation);
        await run.ReadAsync(id, source, projector, cancellation: cancellation);
        await imports.MoveAsync(id, CatalogImportState.Running, [CatalogImportState.Ready], cancellation: cancellation);
        return id;
    }
}
