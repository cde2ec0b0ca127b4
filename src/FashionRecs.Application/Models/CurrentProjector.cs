using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Models;

/// <summary>
/// The projector with the weights in use: those that ship, until others are taken into use, here or by another process. Switching waits for
/// nobody: whoever still reads a picture finishes with the weights they began with.
/// </summary>
public sealed class CurrentProjector(IModelStore weights, ModelFiles files, ProjectorFactory factory)
    : IFollowingProjector, IFeatureProjector, IDisposable
{
    private readonly Lock gate = new();
    private readonly List<IPictureProjector> all = [];
    private (string? Path, IPictureProjector Projector)? current;

    /// <inheritdoc/>
    public AttributeVocabulary Vocabulary => AttributeVocabularyFile.Default;

    /// <inheritdoc/>
    public string Fingerprint => Current.Fingerprint;

    private IPictureProjector Current
    {
        get
        {
            lock (gate)
            {
                return (current ??= (null, Create(null))).Projector;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<bool> FollowAsync(CancellationToken cancellation = default)
    {
        var used = await weights.CurrentAsync(cancellation);
        lock (gate)
        {
            if (current is { } known && known.Path == used?.Path)
            {
                return used is not null;
            }
        }

        // What this machine sees under another path, or has to fetch first. Missing weights are told by whoever opens them.
        var file = used?.Path is { } path ? await files.TryFindAsync(path, cancellation) ?? path : null;
        lock (gate)
        {
            if (current is null || current.Value.Path != used?.Path)
            {
                current = (used?.Path, Create(file));
            }
        }

        return used is not null;
    }

    /// <inheritdoc/>
    public Task<ProjectedPicture> ProjectAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation = default) =>
        Current.ProjectAsync(encoded, cancellation);

    /// <inheritdoc/>
    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, AttributeValue value, CancellationToken cancellation = default) =>
        Current.MapAsync(encoded, value, cancellation);

    /// <inheritdoc/>
    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, ValueFamily family, CancellationToken cancellation = default) =>
        Current.MapAsync(encoded, family, cancellation);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">What reads pictures here keeps no features.</exception>
    public Task<PictureFeatures> FeaturesAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation = default) =>
        Current is IFeatureProjector projector ? projector.FeaturesAsync(encoded, cancellation)
            : throw new NotSupportedException("What reads pictures here keeps no features.");

    /// <inheritdoc/>
    public void Dispose() => all.ForEach(projector => (projector as IDisposable)?.Dispose());

    private IPictureProjector Create(string? path)
    {
        var projector = factory(path);
        all.Add(projector);
        return projector;
    }
}
