namespace FashionRecs.Application.Jobs;

/// <summary>A job that somebody asks for.</summary>
/// <param name="Kind">Name of its kind.</param>
/// <param name="Version">Version of the kind.</param>
/// <param name="Subject">What it is done to.</param>
public sealed record WantedJob(string Kind, int Version, string Subject = "");
