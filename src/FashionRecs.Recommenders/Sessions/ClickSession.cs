namespace FashionRecs.Recommenders.Sessions;

/// <summary>The products that one visitor clicked, in order.</summary>
/// <param name="Models">Indexes of the products, oldest click first.</param>
public sealed record ClickSession(int[] Models);
