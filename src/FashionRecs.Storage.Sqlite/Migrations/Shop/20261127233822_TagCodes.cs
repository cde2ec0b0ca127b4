using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FashionRecs.Storage.Sqlite.Migrations.Shop
{
    /// <summary>
    /// What the network and people say of tags says what it means: marks by the codes of their values instead of a row of letters, readings behind the codes that they are
    /// about. One transaction, so that a program that is killed leaves the file as it was.
    /// </summary>
    public partial class TagCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(FirstVocabulary.Table);
            foreach (var table in (string[])["ReviewedTags", "FinalTags"])
            {
                migrationBuilder.Sql($"""
                    UPDATE "{table}" SET "Marks" = (
                        SELECT json_group_object("Code", "Mark") FROM (
                            SELECT v."Code" AS "Code", substr("{table}"."Marks", v."Position" + 1, 1) AS "Mark"
                            FROM temp."FirstVocabulary" AS v
                            WHERE v."Attribute" = "{table}"."Attribute" AND substr("{table}"."Marks", v."Position" + 1, 1) IN ('y', 'm')
                            ORDER BY v."Position"))
                    WHERE length("Marks") > 0
                        AND length("Marks") = (SELECT COUNT(*) FROM temp."FirstVocabulary" AS v WHERE v."Attribute" = "{table}"."Attribute");
                    """);
            }

            foreach (var table in (string[])["Products", "IntakeItems", "EarlierPredictions"])
            {
                // Joining makes a text of the same bytes, and the cast bytes of the text.
                migrationBuilder.Sql($"""
                    UPDATE "{table}" SET "Tags" = CAST(X'{FirstVocabulary.ReadingsHead}' || "Tags" AS BLOB) WHERE length("Tags") = {FirstVocabulary.ReadingsLength};
                    """);
            }

            migrationBuilder.Sql("""DROP TABLE temp."FirstVocabulary";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Tags are not turned back into places of a vocabulary; restore a backup.");
    }
}
