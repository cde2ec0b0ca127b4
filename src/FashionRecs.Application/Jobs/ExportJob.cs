using FashionRecs.Application.Review.Export;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Jobs;

/// <summary>
/// Writes an export that is too large to wait for, and removes old ones. The file is there when it is whole, so one that was killed begins
/// anew.
/// </summary>
public sealed class ExportJob(
    ExportShelf shelf, ReviewQueue queue, AttributeVocabulary vocabulary, ExportOptions options, TimeProvider time) : IJobKind
{
    /// <summary>Its name.</summary>
    public const string Kind = "export";

    private const int KindVersion = 1;

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public int Version => KindVersion;

    /// <inheritdoc/>
    public string Title => "Writing an export";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <summary>Asks for an export to be written.</summary>
    public static WantedJob Of(Guid export) => new(Kind, KindVersion, export.ToString());

    /// <summary>Removes what is old; nobody exports unasked.</summary>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation)
    {
        await shelf.TidyAsync(time.GetUtcNow() - TimeSpan.FromDays(options.KeepDays), cancellation);
        return [];
    }

    /// <inheritdoc/>
    public async Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation)
    {
        var request = await shelf.TryFindAsync(Guid.Parse(subject), cancellation)
            ?? throw new InvalidDataException("What was asked for is not there any more; export it again.");
        var filter = request.Filter.Read(vocabulary);
        var entries = await queue.FindInEffectAsync(filter, request.Person, cancellation);
        IReadOnlyList<GarmentAttribute> attributes = filter.Attribute is { } one ? [one] : vocabulary.Attributes;
        await shelf.WriteAsync(request.Id, file => TagExport.WriteAsync(
            file, request.Shape, entries, attributes, done => progress(done, entries.Count), cancellation), cancellation);
    }
}
