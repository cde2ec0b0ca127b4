namespace FashionRecs.Experiments.Lab;

/// <summary>What a participant is to do in one part of a study.</summary>
/// <param name="Text">What they read; empty where they just look around.</param>
/// <param name="StartAt">The page where it begins, an address within the shop such as "/" or "/browse?type=dress".</param>
/// <param name="LeastLikes">How many products have to be liked before they can go on, 0 or more.</param>
public sealed record LabTask(string Text, string StartAt = "/", int LeastLikes = 0);
