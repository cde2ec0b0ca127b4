using FashionRecs.Vision.Engines;

namespace FashionRecs.Vision.Backbones;

/// <summary>The architectures there are. Thread-safe.</summary>
public static class Architectures
{
    private static readonly Dictionary<string, IArchitecture> Known = new[] { typeof(IArchitecture).Assembly, TorchBuild.Assembly }
        .SelectMany(assembly => assembly?.GetTypes() ?? [])
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IArchitecture)))
        .Select(type => (IArchitecture)Activator.CreateInstance(type)!)
        .ToDictionary(architecture => architecture.Name, StringComparer.Ordinal);

    /// <summary>Their names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds one by its name.</summary>
    /// <exception cref="InvalidDataException">There is none of that name; one sentence says which there are.</exception>
    public static IArchitecture Find(string name) => Known.GetValueOrDefault(name)
        ?? throw new InvalidDataException($"The architecture '{name}' is unknown; known are {string.Join(", ", Names)}.");
}
