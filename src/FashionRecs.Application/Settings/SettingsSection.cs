namespace FashionRecs.Application.Settings;

/// <summary>A section of the settings and the options it fills, for whoever lists what can be set.</summary>
/// <param name="Name">Its name, for example "Ranking".</param>
/// <param name="Options">Each property that can be written is a setting.</param>
public sealed record SettingsSection(string Name, Type Options);
