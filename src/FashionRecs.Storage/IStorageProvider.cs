using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage;

/// <summary>A kind of database that a shop can be kept in.</summary>
public interface IStorageProvider
{
    /// <summary>Its name in the setting <c>Storage:Provider</c>.</summary>
    string Name { get; }

    /// <summary>Whether a shop of these settings is kept in it where none is named.</summary>
    bool IsMeant(StorageSettings settings);

    /// <summary>Adds its dialect and its place for files; the stores are added beside it.</summary>
    /// <exception cref="InvalidDataException">The settings make no sense for it.</exception>
    void Register(IServiceCollection services, StorageSettings settings);
}
