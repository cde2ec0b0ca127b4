namespace FashionRecs.Domain.Explanations.Views;

/// <summary>Finds the views: the classes of this assembly that are one. Nothing else lists them. Thread-safe.</summary>
public static class ExplanationViews
{
    /// <summary>Every view, by name.</summary>
    public static IReadOnlyList<ExplanationView> All { get; } =
    [
        .. typeof(ExplanationView).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ExplanationView)))
            .Select(type => (ExplanationView)Activator.CreateInstance(type)!)
            .OrderBy(view => view.Name, StringComparer.Ordinal),
    ];

    /// <summary>The view of a code, whatever the case of its letters; null where there is none.</summary>
    public static ExplanationView? TryFind(string? code) =>
        All.FirstOrDefault(view => view.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The view of a code.</summary>
    /// <exception cref="InvalidDataException">There is none; one sentence names the code and those that there are.</exception>
    public static ExplanationView Find(string code) =>
        TryFind(code) ?? throw new InvalidDataException($"There is no explanation view '{code}', only {string.Join(", ", All)}.");
}
