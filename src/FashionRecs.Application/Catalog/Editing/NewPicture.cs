using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog.Editing;

/// <summary>A picture that was looked through, kept and read, for a product to have.</summary>
/// <param name="Name">Its name in the picture folder.</param>
/// <param name="Width">In pixels, upright.</param>
/// <param name="Height">In pixels, upright.</param>
/// <param name="Reading">What the network says of it.</param>
/// <param name="IsBlank">Whether it is all of nearly one colour.</param>
public sealed record NewPicture(string Name, int Width, int Height, PredictedTags Reading, bool IsBlank);
