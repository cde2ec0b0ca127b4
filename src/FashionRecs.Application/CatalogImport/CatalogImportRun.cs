using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.Feeds;
using FashionRecs.Application.Files;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.CatalogImport;

/// <summary>
/// Carries an import on from wherever it stands: reads what was handed in, lets the network read the pictures, and then puts all products
/// into the shop in one step. Everything it did is kept as it goes, so that it may be killed at any moment. One run per import at a time.
/// </summary>
public sealed class CatalogImportRun(
    ICatalogImportStore imports, CatalogImportReader reader, StagingFolder staging, ICatalogStore catalog, PictureStore pictures,
    CatalogImportLimits limits, ProductListOpener lists, PicturesAtAddresses addresses)
{
    private const int ReadTogether = 50;
    private const int ProjectTogether = 8;

    /// <summary>Reads handed-in files up to the preview.</summary>
    /// <param name="id">The import, being read.</param>
    /// <param name="projector">Whose weights are in use.</param>
    /// <param name="progress">Told how many of all files or rows were looked through.</param>
    /// <param name="cancellation">Stops between files; the import is read anew with the next run.</param>
    public async Task ReadAsync(
        Guid id, IPictureProjector projector, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            var files = await staging.FilesAsync(id, cancellation);
            var unpacked = Path.Combine(Path.GetTempPath(), $"fashionrecs-import-{id:N}");
            using var source = await CatalogImportSource.StagedAsync(files, await staging.RefusedAsync(id, cancellation), limits, lists,
                await staging.ChoicesAsync(id, cancellation), unpacked, cancellation);
            if (source.List is { } list)
            {
                await staging.DescribeAsync(id, ListDescription.Of(list));
            }

            var found = await staging.TakesPicturesFromAddressesAsync(id, cancellation) ? addresses.With(source) : source;
            await ReadAsync(id, found, projector, progress, cancellation);
            if (source.List is null || await imports.StateAsync(id, cancellation) is not { } state || state.IsOver())
            {
                await staging.ClearAsync(id, cancellation);
            }
        }
        catch (IOException exception)
        {
            // A preview of some of the files would pass for one of all of them: whoever goes on looks through all of them again.
            await imports.ClearItemsAsync(id, CancellationToken.None);
            var trouble = DiskSpace.IsMissing(exception) ? DiskSpace.Missing(exception) : exception;
            await imports.MoveAsync(id, CatalogImportState.Paused, [CatalogImportState.Reading], trouble.Message, CancellationToken.None);
        }
    }

    /// <summary>Reads an opened source up to the preview.</summary>
    public async Task ReadAsync(
        Guid id, CatalogImportSource source, IPictureProjector projector, Action<int, int>? progress = null,
        CancellationToken cancellation = default)
    {
        await imports.SetContentAsync(id, source.Content, cancellation);
        await imports.ClearItemsAsync(id, cancellation);
        if (source.List?.Trouble is { } unclear)
        {
            // A person has to say which column holds what, and the files are looked through again.
            await imports.MoveAsync(id, CatalogImportState.Paused, [CatalogImportState.Reading], unclear, cancellation);
            return;
        }

        var (batch, done) = (new List<CatalogImportItem>(), 0);
        var total = source.List?.Count ?? source.Files.Count;
        await foreach (var item in reader.ReadAsync(id, source, projector.Fingerprint, cancellation))
        {
            batch.Add(item);
            // Files that no row names come behind the rows.
            progress?.Invoke(Math.Min(++done, total), total);
            if (batch.Count == ReadTogether)
            {
                await imports.AddItemsAsync(batch, cancellation);
                batch = [];
                if (await imports.StateAsync(id, cancellation) != CatalogImportState.Reading)
                {
                    return;
                }
            }
        }

        await imports.AddItemsAsync(batch, cancellation);
        if (await EndIfUselessAsync(id, CatalogImportState.Reading, source.Trouble ?? "Nothing in it can be taken in.", cancellation))
        {
            return;
        }

        var twin = await imports.TwinAsync(id, source.Content, cancellation);
        var before = twin is null ? null : $"The same files were handed in before, by {twin.Person} as “{twin.Name}”.";
        await imports.MoveAsync(id, CatalogImportState.Ready, [CatalogImportState.Reading], before, cancellation);
    }

    /// <summary>
    /// Lets the network read the pictures, then puts everything into the shop. Returns early where somebody pauses or gives up.
    /// </summary>
    /// <param name="id">The import, running.</param>
    /// <param name="projector">Reads the pictures.</param>
    /// <param name="progress">Told how many of all are read.</param>
    /// <param name="cancellation">Stops between pictures; the import goes on with the next run.</param>
    public async Task ProjectAsync(
        Guid id, IPictureProjector projector, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            var summary = await imports.TryFindAsync(id, cancellation) ?? throw new InvalidDataException("There is no such import.");
            var done = summary.Read;
            // Nobody can choose other columns from here on.
            await staging.ClearAsync(id, cancellation);
            while (await imports.StateAsync(id, cancellation) == CatalogImportState.Running)
            {
                progress?.Invoke(done, summary.ToRead);
                var next = await imports.UnreadAsync(id, projector.Fingerprint, ProjectTogether, cancellation);
                if (next.Count == 0)
                {
                    await PublishAsync(id, cancellation);
                    return;
                }

                await imports.SaveAsync(await Task.WhenAll(next.Select(item => ProjectAsync(item, projector, cancellation))), cancellation);
                done += next.Count;
            }
        }
        catch (IOException exception)
        {
            await imports.MoveAsync(id, CatalogImportState.Paused, [CatalogImportState.Running], exception.Message, CancellationToken.None);
        }
    }

    private async Task<CatalogImportItem> ProjectAsync(CatalogImportItem item, IPictureProjector projector, CancellationToken cancellation)
    {
        try
        {
            var picture = await pictures.TryReadAsync(item.Picture!, cancellation)
                ?? throw new InvalidDataException("The picture is gone.");
            var read = await projector.ProjectAsync(picture, cancellation);
            var predicted = new PredictedTags(projector.Fingerprint, read.Attributes);
            var product = item.Facts!.With(item.Picture!, read.Width, read.Height);
            item = item with { Width = read.Width, Height = read.Height, Predicted = predicted };
            return GarmentPresence.IsMissing(product, predicted)
                && item.Reason?.Contains(GarmentPresence.Missing, StringComparison.Ordinal) != true
                ? item.Remark(GarmentPresence.Missing) : item;
        }
        catch (InvalidDataException exception)
        {
            return item.Refuse(exception.Message);
        }
    }

    /// <summary>Ends an import of which nothing can be used: nobody has to wait for it, or to give it up.</summary>
    private async Task<bool> EndIfUselessAsync(Guid id, CatalogImportState from, string trouble, CancellationToken cancellation) =>
        await imports.TryFindAsync(id, cancellation) is { } summary && summary.Seen == summary.Of(CatalogImportOutcome.Refused)
        && await imports.MoveAsync(id, CatalogImportState.Refused, [from], trouble, cancellation);

    private async Task PublishAsync(Guid id, CancellationToken cancellation)
    {
        if (await EndIfUselessAsync(id, CatalogImportState.Running, "None of its pictures could be read.", cancellation))
        {
            return;
        }

        var items = await imports.ItemsAsync(id, cancellation: cancellation);
        (Product, PredictedTags?)[] products = [.. items.Where(item => item.IsTaken)
            .Select(item => (item.Facts!.With(item.Picture!, item.Width, item.Height), item.Predicted))];
        if (products.Length > 0)
        {
            var person = (await imports.TryFindAsync(id, cancellation))?.Person ?? ICatalogImportStore.CommandLine;
            await catalog.SaveAsync(products, new ProductAct(id, person, ProductChangeKind.Imported), cancellation);
        }

        await imports.MoveAsync(id, CatalogImportState.Done, [CatalogImportState.Running], cancellation: cancellation);
    }
}
