using FashionRecs.Application.Catalog;
using FashionRecs.Application.Files;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.CatalogImport;

/// <summary>
/// Carries an intake on from wherever it stands: reads what was handed in, lets the network read the pictures, and then puts all products
/// into the shop in one step. Everything it did is kept as it goes, so that it may be killed at any moment. One run per intake at a time.
/// </summary>
public sealed class IntakeRun(
    IIntakeStore intakes, IntakeReader reader, StagingFolder staging, ICatalogStore catalog, PictureStore pictures, IntakeLimits limits)
{
    private const int ReadTogether = 50;
    private const int ProjectTogether = 8;

    /// <summary>Reads handed-in files up to the preview.</summary>
    /// <param name="id">The intake, being read.</param>
    /// <param name="projector">Whose weights are in use.</param>
    /// <param name="progress">Told how many of all files or rows were looked through.</param>
    /// <param name="cancellation">Stops between files; the intake is read anew with the next run.</param>
    public async Task ReadAsync(
        Guid id, IPictureProjector projector, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            var files = staging.Files(id);
            var unpacked = Path.Combine(Path.GetTempPath(), $"fashionrecs-intake-{id:N}");
            using var source = await IntakeSource.StagedAsync(files, staging.Refused(id), limits, unpacked, cancellation);
            await ReadAsync(id, source, projector, progress, cancellation);
            staging.Clear(id);
        }
        catch (IOException exception)
        {
            // A preview of some of the files would pass for one of all of them: whoever goes on looks through all of them again.
            await intakes.ClearItemsAsync(id, CancellationToken.None);
            var trouble = DiskSpace.IsMissing(exception) ? DiskSpace.Missing(exception) : exception;
            await intakes.MoveAsync(id, IntakeState.Paused, [IntakeState.Reading], trouble.Message, CancellationToken.None);
        }
    }

    /// <summary>Reads an opened source up to the preview.</summary>
    public async Task ReadAsync(
        Guid id, IntakeSource source, IPictureProjector projector, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        await intakes.SetContentAsync(id, source.Content, cancellation);
        await intakes.ClearItemsAsync(id, cancellation);
        var (batch, done) = (new List<IntakeItem>(), 0);
        var total = source.Rows?.Count ?? source.Files.Count;
        await foreach (var item in reader.ReadAsync(id, source, projector.Fingerprint, cancellation))
        {
            batch.Add(item);
            // Files that no row names come behind the rows.
            progress?.Invoke(Math.Min(++done, total), total);
            if (batch.Count == ReadTogether)
            {
                await intakes.AddItemsAsync(batch, cancellation);
                batch = [];
                if (await intakes.StateAsync(id, cancellation) != IntakeState.Reading)
                {
                    return;
                }
            }
        }

        await intakes.AddItemsAsync(batch, cancellation);
        if (await EndIfUselessAsync(id, IntakeState.Reading, source.Trouble ?? "Nothing in it can be taken in.", cancellation))
        {
            return;
        }

        var twin = await intakes.TwinAsync(id, source.Content, cancellation);
        var before = twin is null ? null : $"The same files were handed in before, by {twin.Person} as “{twin.Name}”.";
        await intakes.MoveAsync(id, IntakeState.Ready, [IntakeState.Reading], before, cancellation);
    }

    /// <summary>
    /// Lets the network read the pictures, then puts everything into the shop. Returns early where somebody pauses or gives up.
    /// </summary>
    /// <param name="id">The intake, running.</param>
    /// <param name="projector">Reads the pictures.</param>
    /// <param name="progress">Told how many of all are read.</param>
    /// <param name="cancellation">Stops between pictures; the intake goes on with the next run.</param>
    public async Task ProjectAsync(
        Guid id, IPictureProjector projector, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            var summary = await intakes.TryFindAsync(id, cancellation) ?? throw new InvalidDataException("There is no such intake.");
            var done = summary.Read;
            while (await intakes.StateAsync(id, cancellation) == IntakeState.Running)
            {
                progress?.Invoke(done, summary.ToRead);
                var next = await intakes.UnreadAsync(id, projector.Fingerprint, ProjectTogether, cancellation);
                if (next.Count == 0)
                {
                    await PublishAsync(id, cancellation);
                    return;
                }

                await intakes.SaveAsync(await Task.WhenAll(next.Select(item => ProjectAsync(item, projector, cancellation))), cancellation);
                done += next.Count;
            }
        }
        catch (IOException exception)
        {
            await intakes.MoveAsync(id, IntakeState.Paused, [IntakeState.Running], exception.Message, CancellationToken.None);
        }
    }

    private async Task<IntakeItem> ProjectAsync(IntakeItem item, IPictureProjector projector, CancellationToken cancellation)
    {
        try
        {
            var file = pictures.TryFind(item.Picture!) ?? throw new InvalidDataException("The picture is gone.");
            var read = await projector.ProjectAsync(await File.ReadAllBytesAsync(file, cancellation), cancellation);
            var predicted = new PredictedTags(projector.Fingerprint, read.Attributes);
            return item with { Width = read.Width, Height = read.Height, Predicted = predicted };
        }
        catch (InvalidDataException exception)
        {
            return item.Refuse(exception.Message);
        }
    }

    /// <summary>Ends an intake of which nothing can be used: nobody has to wait for it, or to give it up.</summary>
    private async Task<bool> EndIfUselessAsync(Guid id, IntakeState from, string trouble, CancellationToken cancellation) =>
        await intakes.TryFindAsync(id, cancellation) is { } summary && summary.Seen == summary.Of(IntakeOutcome.Refused)
        && await intakes.MoveAsync(id, IntakeState.Refused, [from], trouble, cancellation);

    private async Task PublishAsync(Guid id, CancellationToken cancellation)
    {
        if (await EndIfUselessAsync(id, IntakeState.Running, "None of its pictures could be read.", cancellation))
        {
            return;
        }

        var items = await intakes.ItemsAsync(id, cancellation: cancellation);
        (Product, PredictedTags?)[] products = [.. items.Where(item => item.IsTaken)
            .Select(item => (item.Facts!.With(item.Picture!, item.Width, item.Height), item.Predicted))];
        if (products.Length > 0)
        {
            await catalog.SaveAsync(products, cancellation);
        }

        await intakes.MoveAsync(id, IntakeState.Done, [IntakeState.Running], cancellation: cancellation);
    }
}
