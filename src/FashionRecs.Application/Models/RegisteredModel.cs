namespace FashionRecs.Application.Models;

/// <summary>Weights made from reviews.</summary>
/// <param name="Fingerprint">Of the file.</param>
/// <param name="Path">The file; null for the weights that ship.</param>
/// <param name="Report">How they were made and measured, as JSON.</param>
/// <param name="At">When they were made.</param>
public sealed record RegisteredModel(string Fingerprint, string? Path, string Report, DateTimeOffset At);

/// <summary>Weights that were taken into use.</summary>
/// <param name="Fingerprint">Of the file.</param>
/// <param name="Person">Who took them into use.</param>
/// <param name="At">When.</param>
public sealed record ModelUse(string Fingerprint, string Person, DateTimeOffset At);
