namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>A kind of file that lists come in. Adding one is adding a class: it is found by itself (<see cref="ListFiles"/>).</summary>
public interface IListFileFormat
{
    /// <summary>Whether a file is of this kind, by its bytes before its name. At most one kind says so.</summary>
    bool Recognizes(ListFileHead head);

    /// <summary>Opens a file of this kind.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What people call it, for messages.</param>
    /// <param name="choices">What a person said of it.</param>
    /// <exception cref="InvalidDataException">It cannot be read; one sentence says why.</exception>
    ListFile Open(string path, string name, ListChoices choices);
}
